package io.fengsui.portal.source;

import io.fengsui.crawler.health.Health;
import io.fengsui.crawler.health.Reconciliation;
import io.fengsui.crawler.health.SourceHealth;
import io.fengsui.crawler.health.State;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sources with their health. Safe for several threads. */
public final class Overview implements IntSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
  /** The number in the navigation stands on every page; it need not be newer than this. */
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final SourceCatalog catalog;
  private final Supplier<Map<String, SourceState>> states;
  private final Predicate<String> keys;
  private final boolean replaying;
  private final InstantSource clock;
  private volatile Known known = new Known(Instant.MIN, 0);

  private record Known(Instant at, int calling) {}

  /** A source, what its crawls left behind, and how it is doing. */
  record Entry(Source source, @Nullable SourceState state, Health health) {
    /** What is published beside what is held, where the publisher has said it. */
    Optional<Reconciliation> reconciliation() {
      return state == null || state.signs().statement() == null
          ? Optional.empty()
          : Reconciliation.of(state.signs().statement(), state.notices());
    }
  }

  /**
   * An overview that asks anew for each page.
   *
   * @param states by id of the source, as {@code SourceStates::all}; may throw while the archive is away
   * @param keys   whether the environment variable of that name, which holds a source's key, is set
   * @param replaying whether recordings answer instead of the network; they need no key, so none is missing
   */
  public Overview(SourceCatalog catalog, Supplier<Map<String, SourceState>> states, Predicate<String> keys,
      boolean replaying, InstantSource clock) {
    this.catalog = catalog;
    this.states = states;
    this.keys = keys;
    this.replaying = replaying;
    this.clock = clock;
  }

  /** Every source of the catalogue, those that nobody looks after yet first, then the worst, then by id. */
  List<Entry> entries() {
    Map<String, SourceState> all = states.get();
    Instant now = clock.instant();
    return catalog.sources().stream().map(source -> entry(source, all.get(source.id()), now))
        .sorted(
            Comparator.comparing((Entry entry) -> rank(entry.health())).thenComparing(entry -> entry.health().state())
                .thenComparing(entry -> entry.source().id()))
        .toList();
  }

  private static int rank(Health health) {
    return health.calls() ? 0 : health.state().broken() ? 1 : 2;
  }

  /** How many sources are in each state, the worst first; states in which none is are left out. */
  public Map<String, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    entries().forEach(entry -> counts.merge(entry.health().state(), 1, Integer::sum));
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((state, count) -> named.put(state.code(), count));
    return named;
  }

  /** How many sources are broken without anybody having said that they look after it, as known some seconds ago. */
  @Override
  public int getAsInt() {
    Instant now = clock.instant();
    if (known.at().isBefore(now.minus(FRESH)))
      known = new Known(now, calling());
    return known.calling();
  }

  Instant now() {
    return clock.instant();
  }

  SourceCatalog catalog() {
    return catalog;
  }

  boolean isSet(String key) {
    return keys.test(key);
  }

  /** Forgets what was known some seconds ago. */
  void changed() {
    known = new Known(Instant.MIN, 0);
  }

  private int calling() {
    try {
      return (int) entries().stream().filter(entry -> entry.health().calls()).count();
    } catch (RuntimeException away) {
      LOG.debug("the archive does not answer", away);
      return 0;
    }
  }

  private Entry entry(Source source, @Nullable SourceState state, Instant now) {
    return new Entry(source, state, SourceHealth.of(source, state, key -> replaying || keys.test(key), now));
  }
}
