package io.fengsui.portal.bench;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.Crawler;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.database.Database;
import io.fengsui.crawler.database.DatabaseSettings;
import io.fengsui.crawler.database.Databases;
import io.fengsui.crawler.fetch.FetchSettings;
import io.fengsui.crawler.fetch.HttpFetcher;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.SourceStates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The crawler with everything on: robots.txt, guard, captures, archive; allowed to ask this machine, without a pause. */
final class OurCrawl implements AutoCloseable {
  private static final int CONNECTIONS = 32;

  private final Database database;
  private final CaptureStore captures;
  private final HttpFetcher fetcher;
  private final Crawler crawler;

  OurCrawl(Path work) {
    Clock clock = Clock.systemUTC();
    database = Databases.choose(new DatabaseSettings(null, null, null, work, 0, 12));
    database.start();
    Jdbi jdbi = Jdbi.create(database.dataSource());
    captures = new CaptureStore(work.resolve("captures"), clock);
    fetcher = new HttpFetcher(new FetchSettings("", List.of("127.0.0.1"), Duration.ZERO, CONNECTIONS), clock);
    crawler = new Crawler(fetcher, captures, new NoticeStore(jdbi), new SourceStates(jdbi), clock, Map.of());
  }

  /** Crawls it once; a crawl that fails is a fault of the benchmark. */
  CrawlReport run(Source source) {
    CrawlReport report = crawler.crawl(source);
    if (report.record().failed())
      throw new IllegalStateException("the crawl failed: " + report.record());
    return report;
  }

  @Override
  public void close() {
    captures.close();
    fetcher.close();
    database.close();
  }
}
