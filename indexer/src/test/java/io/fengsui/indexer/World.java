package io.fengsui.indexer;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.database.Database;
import io.fengsui.crawler.database.DatabaseSettings;
import io.fengsui.crawler.database.Databases;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.store.NoticeChanges;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Sighting;
import io.fengsui.indexer.engine.SearchEngine;
import io.fengsui.indexer.engine.SharedEngine;
import io.fengsui.indexer.query.NoticeSearch;
import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.Query;
import io.fengsui.indexer.query.QueryParser;
import io.fengsui.indexer.query.SearchRequest;
import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.indexer.query.SearchResult;
import io.fengsui.indexer.rest.Rest;
import io.fengsui.indexer.schema.NoticeIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** An empty archive of its own in the tests' PostgreSQL, and the tests' Elasticsearch without any index of notices. */
public final class World implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path FOLDER = folder();
  private static final Database SERVER = server();
  private final Database database;
  public final SearchEngine engine = SharedEngine.get();
  public final Rest rest = new Rest(engine::client);
  public final NoticeIndex indices = new NoticeIndex(rest);
  public final NoticeStore store;
  public final NoticeChanges changes;
  public final Indexer indexer;
  public final NoticeSearch search = new NoticeSearch(engine::client, Configured.CONCEPTS, Clock.systemUTC());
  public final QueryParser parser = new QueryParser(Configured.CONCEPTS, Configured.PARTNERS);
  private final long capture;

  public World() {
    database = fresh();
    database.start();
    Jdbi jdbi = Jdbi.create(database.dataSource());
    store = new NoticeStore(jdbi);
    changes = new NoticeChanges(jdbi);
    indexer = indexer();
    deleteIndices();
    capture = store
        .register(new Capture(0, "test", "https://example.org/", Instant.EPOCH, "00".repeat(32), 1, null, "a", 0))
        .id();
  }

  /** One more indexer, as another process would have it. */
  public Indexer indexer() {
    return new Indexer(engine::client, changes, store, Configured.PARTNERS);
  }

  public void deleteIndices() {
    indices.versions().forEach(indices::delete);
  }

  public void store(Notice... notices) {
    store(List.of(notices));
  }

  public void store(List<Notice> notices) {
    store.store(notices.stream().map(notice -> new Sighting(notice, capture)).toList());
  }

  public Query parse(String text) {
    if (parser.parse(text) instanceof Parsed.Understood(Query query, var chips))
      return query;
    throw new AssertionError(text + " " + parser.parse(text));
  }

  public SearchResult search(String text) {
    return search.search(new SearchRequest(parse(text), Sort.RELEVANCE, 20, null, true));
  }

  /** References of the hits, best first. */
  public List<String> found(String text) {
    return search(text).hits().stream().map(hit -> hit.id().reference()).toList();
  }

  public void refresh() {
    indices.serving().ifPresent(indices::refresh);
  }

  /** A notice with title and text only. */
  public static Notice plain(String reference, String title, String text, String language) {
    return notice(reference, Kind.WARNING, title, text, language, List.of(), List.of(), null, List.of());
  }

  public static Notice notice(String reference, Kind kind, String title, String text, String language, List<String> by,
      List<String> origin, LocalDate published, List<Product> products) {
    return new Notice(new NoticeId("test", reference), kind, title, text, language, by, origin, List.of(), products,
        List.of(),
        List.of(), null, List.of(), null,
        published == null ? Map.of() : Map.of(DateRole.PUBLISHED, GivenDate.day(published.toString(), published)),
        List.of(),
        List.of(), Map.of());
  }

  /** The notice as one of a trade measure. */
  public static Notice with(Notice n, TradeMeasure measure) {
    return new Notice(n.id(), n.kind(), n.title(), n.text(), n.language(), n.notifying(), n.origin(), n.markets(),
        n.products(), n.categories(), n.hazards(), n.publisherClass(), n.measures(), measure, n.dates(), n.companies(),
        n.links(), n.other());
  }

  @Override
  public void close() {
    deleteIndices();
    database.close();
  }

  private static Database fresh() {
    String name = "world_" + COUNT.incrementAndGet();
    try (Connection connection = SERVER.dataSource().getConnection()) {
      connection.createStatement().execute("create database " + name);
      String url = connection.getMetaData().getURL().replace("/fengsui", "/" + name);
      String password = Files.readString(FOLDER.resolve("postgres-18/password")).strip();
      return Databases.choose(new DatabaseSettings(url, "fengsui", password, FOLDER, 0, 6));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "postgres-test-");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Database server() {
    Database server = Databases.choose(new DatabaseSettings(null, null, null, FOLDER, 0, 4));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }
}
