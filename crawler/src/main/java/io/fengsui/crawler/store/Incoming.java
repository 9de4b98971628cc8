package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of one notice: its states in order of arrival.
 *
 * @param states never empty; two neighbours never have the same content
 */
record Incoming(NoticeId id, List<State> states, int sightings) {
  /** The order in which every process takes its locks, so that no two wait for each other. */
  private static final Comparator<NoticeId> ORDER = Comparator.comparing(NoticeId::source)
      .thenComparing(NoticeId::reference);

  /** Content of a notice as it was seen. */
  record State(Notice notice, String json, byte[] key, long capture, @Nullable Long detail) {
    static State of(Sighting sighting) {
      Notice notice = Canonical.clean(sighting.notice());
      return new State(notice, NoticeJson.text(notice), Canonical.key(notice), sighting.capture(), sighting.detail());
    }

    boolean same(byte[] other) {
      return Arrays.equals(key, other);
    }
  }

  /** The batch by notice, in the order in which locks are taken. */
  static Collection<Incoming> of(List<Sighting> batch) {
    Map<NoticeId, Incoming> notices = new TreeMap<>(ORDER);
    for (Sighting sighting : batch) {
      State state = State.of(sighting);
      NoticeStore.check(state.notice().id());
      notices.merge(state.notice().id(), new Incoming(state.notice().id(), List.of(state), 1), Incoming::then);
    }
    return notices.values();
  }

  State last() {
    return states.getLast();
  }

  /** The states that are news to someone who holds that content. */
  List<State> after(byte[] held) {
    return states.getFirst().same(held) ? states.subList(1, states.size()) : states;
  }

  private Incoming then(Incoming later) {
    List<State> all = new ArrayList<>(states);
    all.addAll(later.after(last().key()));
    return new Incoming(id, List.copyOf(all), sightings + later.sightings());
  }
}
