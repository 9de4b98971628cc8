package io.fengsui.portal.wiring;

import io.fengsui.portal.status.Readiness.Part;
import io.fengsui.portal.status.Readiness.State;
import java.time.Clock;

/** How far one part is; keeps when it came there. Safe for several threads. */
final class PartState {
  private final Clock clock;
  private volatile Part part;

  PartState(String name, Clock clock) {
    this.clock = clock;
    part = new Part(name, State.STARTING, "", clock.instant());
  }

  Part part() {
    return part;
  }

  /** Moves to that state; staying in it keeps the time. */
  synchronized void is(State state, String message) {
    part = new Part(part.name(), state, message, state == part.state() ? part.since() : clock.instant());
  }
}
