package io.fengsui.crawler;

import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.capture.ReplayCrawl;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.SourceStates;
import java.util.List;
import java.util.Map;

/** Who answers a crawl: the publisher, or recordings of it. */
sealed interface Answers {
  static Answers of(Fetcher fetcher, Source source, SourceStates states, Map<String, String> environment) {
    return fetcher instanceof Replay replay
        ? new Recorded(replay.crawl(source.id(), recording -> states.played(source.id(), recording)))
        : new Live(SecretAddresses.around(fetcher, source.fetch(), environment));
  }

  Fetched list(Request request);

  Fetched detail(Request request);

  /** How many detail pages may be asked for before the first was taken. */
  int ahead();

  /** Ids of the recordings played in this crawl. */
  List<String> played();

  /** Whether there are recordings for these templates that no crawl has played. */
  boolean more(List<String> templates);

  record Live(Fetcher fetcher) implements Answers {
    private static final int AHEAD = 4;

    @Override
    public Fetched list(Request request) {
      return fetcher.fetch(request);
    }

    @Override
    public Fetched detail(Request request) {
      return fetcher.fetch(request);
    }

    /** More than a host answers at once: it has work while what came is stored. */
    @Override
    public int ahead() {
      return AHEAD * fetcher.width();
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

    /** Which recording answers depends on what was asked before. */
    @Override
    public int ahead() {
      return 0;
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
