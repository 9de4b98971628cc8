package io.fengsui.portal.stage;

import io.fengsui.portal.status.Readiness;
import java.util.List;

/** Ready, until a test says otherwise. */
public final class SwitchableReadiness implements Readiness {
  private volatile State archive = State.READY;
  private volatile State search = State.READY;

  public void set(State archiveState, State searchState) {
    archive = archiveState;
    search = searchState;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part(ARCHIVE, archive, "PostgreSQL 18.6, 127.0.0.1:40213", Examples.NOW.minusSeconds(6)),
        new Part(SEARCH, search, "Elasticsearch 9.5.3, 127.0.0.1:40311", Examples.NOW.minusSeconds(4)));
  }
}
