package io.fengsui.portal.source;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sources with their condition. Safe for several threads. */
public final class Overview implements IntSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
  /** The number in the navigation stands on every page; it need not be newer than this. */
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final SourceCatalog catalog;
  private final Supplier<Map<String, SourceState>> states;
  private final InstantSource clock;
  private volatile Known known = new Known(Instant.MIN, 0);

  private record Known(Instant at, int broken) {}

  /** A source, what its crawls left behind, and how it is doing. */
  record Entry(Source source, @Nullable SourceState state, Condition condition) {}

  /** @param states by id of the source, as {@code SourceStates::all}; may throw while the archive is away */
  public Overview(SourceCatalog catalog, Supplier<Map<String, SourceState>> states, InstantSource clock) {
    this.catalog = catalog;
    this.states = states;
    this.clock = clock;
  }

  /** Every source of the catalogue, those to be looked after first, then by id. */
  List<Entry> entries() {
    Map<String, SourceState> all = states.get();
    Instant now = clock.instant();
    return catalog.sources().stream().map(source -> entry(source, all.get(source.id()), now))
        .sorted(Comparator.comparing(Entry::condition).thenComparing(entry -> entry.source().id())).toList();
  }

  /** How many sources fail or are late, as known some seconds ago; 0 while the archive is away. */
  @Override
  public int getAsInt() {
    Instant now = clock.instant();
    if (known.at().isBefore(now.minus(FRESH)))
      known = new Known(now, broken());
    return known.broken();
  }

  Instant now() {
    return clock.instant();
  }

  SourceCatalog catalog() {
    return catalog;
  }

  private int broken() {
    try {
      return (int) entries().stream().filter(entry -> entry.condition().broken()).count();
    } catch (RuntimeException away) {
      LOG.debug("the archive does not answer", away);
      return 0;
    }
  }

  private static Entry entry(Source source, @Nullable SourceState state, Instant now) {
    return new Entry(source, state, Condition.of(source, state, now));
  }
}
