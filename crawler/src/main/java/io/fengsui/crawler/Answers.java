package io.fengsui.crawler;

import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.capture.ReplayCrawl;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.SourceStates;
import java.util.List;

/** Who answers a crawl: the publisher, or recordings of it. */
sealed interface Answers {
  static Answers of(Fetcher fetcher, Source source, SourceStates states) {
    return fetcher instanceof Replay replay
        ? new Recorded(replay.crawl(source.id(), recording -> states.played(source.id(), recording)))
        : new Live(fetcher);
  }

  Fetched list(Request request);

  Fetched detail(Request request);

  /** Ids of the recordings played in this crawl. */
  List<String> played();

  /** Whether there are recordings for these templates that no crawl has played. */
  boolean more(List<String> templates);

  record Live(Fetcher fetcher) implements Answers {
    @Override
    public Fetched list(Request request) {
      return fetcher.fetch(request);
    }

    @Override
    public Fetched detail(Request request) {
      return fetcher.fetch(request);
    }

    @Override
    public List<String> played() {
      return List.of();
    }

    @Override
    public boolean more(List<String> templates) {
      return false;
    }
  }

  record Recorded(ReplayCrawl replay) implements Answers {
    @Override
    public Fetched list(Request request) {
      return replay.fetch(request);
    }

    @Override
    public Fetched detail(Request request) {
      return replay.detail(request);
    }

    @Override
    public List<String> played() {
      return replay.played();
    }

    @Override
    public boolean more(List<String> templates) {
      return !played().isEmpty() && replay.more(templates);
    }
  }
}
