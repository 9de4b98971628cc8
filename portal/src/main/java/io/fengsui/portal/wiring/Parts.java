package io.fengsui.portal.wiring;

import io.fengsui.crawler.Crawler;
import io.fengsui.crawler.Retention;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.database.Database;
import io.fengsui.crawler.database.Databases;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.HttpFetcher;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.NoticeChanges;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Removals;
import io.fengsui.crawler.store.SourceStates;
import io.fengsui.indexer.Indexer;
import io.fengsui.indexer.engine.SearchEngine;
import io.fengsui.indexer.engine.SearchEngines;
import io.fengsui.indexer.query.NoticeSearch;
import io.fengsui.indexer.query.QueryParser;
import io.fengsui.indexer.taxonomy.Concepts;
import io.fengsui.indexer.taxonomy.PartnerNames;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All parts of a portal, put together and not started: nothing here touches a disk or a network but the reading of sources
 * and taxonomy. Serving and sub-commands use the same.
 */
public final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Configuration configuration;
  private final SourceCatalog catalog;
  private final PartnerNames partners;
  private final Database database;
  private final NoticeStore notices;
  private final SourceStates states;
  private final CaptureStore captures;
  private final Fetcher fetcher;
  private final Crawler crawler;
  private final Keeping keeping;
  private final SearchEngine engine;
  private final Indexer indexer;
  private final QueryParser parser;
  private final NoticeSearch search;

  private Parts(Configuration configuration, Clock clock, Map<String, String> environment) {
    this.configuration = configuration;
    catalog = SourceCatalog.load(configuration.config().resolve("sources"));
    Concepts concepts = Concepts.load(configuration.config().resolve("taxonomy"));
    partners = PartnerNames.load(configuration.config().resolve("taxonomy"));
    database = Databases.choose(configuration.database());
    Jdbi jdbi = Jdbi.create(database.dataSource());
    notices = new NoticeStore(jdbi);
    NoticeChanges changes = new NoticeChanges(jdbi);
    states = new SourceStates(jdbi);
    captures = new CaptureStore(configuration.data().resolve("captures"), clock);
    fetcher = fetcher(configuration, clock);
    crawler = new Crawler(fetcher, captures, notices, states, clock, environment);
    keeping = new Keeping(configuration.settings().capture(), catalog,
        new Retention(captures, new Removals(jdbi), clock, Duration.ofHours(1)), clock);
    engine = SearchEngines.choose(configuration.engine());
    indexer = new Indexer(engine::client, changes, notices, partners);
    parser = new QueryParser(concepts, partners);
    search = new NoticeSearch(engine::client, concepts, clock);
    Stream.of(catalog.faults(), concepts.faults(), partners.faults()).flatMap(List::stream)
        .forEach(fault -> LOG.warn("left out: {}", fault));
  }

  /** The parts as the operator set them. */
  static Parts of(Configuration configuration) {
    return new Parts(configuration, Clock.systemUTC(), System.getenv());
  }

  /** The parts for a sub-command; the overrides win over files and environment. */
  public static Parts of(Map<String, Object> overrides) {
    return of(Configuration.read(overrides));
  }

  private static Fetcher fetcher(Configuration configuration, Clock clock) {
    var replay = configuration.replay();
    return replay == null ? new HttpFetcher(configuration.fetch(), clock) : new Replay(replay, configuration.data());
  }

  Configuration configuration() {
    return configuration;
  }

  /** Whether recordings answer instead of the network. */
  public boolean replaying() {
    return configuration.replay() != null;
  }

  public SourceCatalog catalog() {
    return catalog;
  }

  PartnerNames partners() {
    return partners;
  }

  public Database database() {
    return database;
  }

  public NoticeStore notices() {
    return notices;
  }

  public SourceStates states() {
    return states;
  }

  public CaptureStore captures() {
    return captures;
  }

  public Fetcher fetcher() {
    return fetcher;
  }

  public Crawler crawler() {
    return crawler;
  }

  /** Removes evidence that is older than the operator wants to keep it. */
  public Retention.Removed retain() {
    return keeping.run();
  }

  public SearchEngine engine() {
    return engine;
  }

  public Indexer indexer() {
    return indexer;
  }

  public QueryParser parser() {
    return parser;
  }

  public NoticeSearch search() {
    return search;
  }

  /** Ends what was started, in reverse order. */
  @Override
  public void close() {
    captures.close();
    fetcher.close();
    engine.close();
    database.close();
  }
}
