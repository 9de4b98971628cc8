package io.fengsui.crawler;

import io.fengsui.crawler.Details.Detailed;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads responses, asks for the pages of their notices, and hands both to the storing. */
final class Harvest {
  /** Of which the archive is asked at once whether their pages were read before. */
  private static final int LISTED = 100;

  private final Source source;
  private final Details details;
  private final Storing storing;
  private final Tally tally;
  private final Set<String> references = new HashSet<>();
  private final List<Reading.Found> listed = new ArrayList<>(LISTED);
  /** The lists of what was asked for, in the same order. */
  private final Deque<Kept> asked = new ArrayDeque<>();
  private @Nullable Kept list;

  Harvest(Source source, Details details, Storing storing, Tally tally) {
    this.source = source;
    this.details = details;
    this.storing = storing;
    this.tally = tally;
  }

  /**
   * What a response brought.
   *
   * @param complete whether it was read to its end
   * @param unseen   notices that no earlier response of this crawl had
   */
  record Yield(boolean complete, int unseen) {}

  /** Reads a response. What it brought is stored at the latest with {@link #changes()}; its body is not needed for that. */
  Yield read(Fetched.Content content) {
    int seen = references.size();
    list = null;
    var end = Readers.read(source, content, reading -> take(content, reading));
    boolean complete = tally.ended(content, end);
    ask();
    tally.published().distinct(references.size());
    return new Yield(complete, references.size() - seen);
  }

  /** Stores everything that was read, and returns how many notices were new or had changed since this was asked before. */
  int changes() {
    settle(0);
    return storing.changes();
  }

  /** Stores what can be stored after a fault. */
  void rescue() {
    storing.rescue();
  }

  private void take(Fetched.Content content, Reading reading) {
    switch (reading) {
      case Reading.Found found -> take(content, found);
      case Reading.Rejected(var problem, var excerpt) -> tally.rejected(problem, excerpt);
    }
  }

  private void take(Fetched.Content content, Reading.Found found) {
    if (list == null)
      list = storing.keep(content);
    tally.read();
    references.add(found.notice().id().reference());
    if (found.detail() == null && listed.isEmpty() && asked.isEmpty())
      storing.add(found.notice(), list);
    else
      listed.add(found);
    if (listed.size() >= LISTED)
      ask();
  }

  private void ask() {
    if (list == null)
      return;
    var paged = listed.stream().filter(found -> found.detail() != null).map(Reading.Found::notice).toList();
    var known = storing.known(paged);
    for (var found : listed)
      if (!known.contains(found.notice().id())) {
        details.ask(found);
        asked.add(list);
        settle(details.ahead());
      }
    listed.clear();
  }

  /** Takes what was asked for first, until no more than that many are left. */
  private void settle(int left) {
    while (asked.size() > left)
      settle(asked.remove());
  }

  private void settle(Kept list) {
    switch (take()) {
      case Detailed.Plain plain -> storing.add(plain.listed(), list);
      case Detailed.Whole whole -> storing.add(whole, list);
      case Detailed.Missing missing -> {
        tally.detailFailed(missing.message(), missing.passing());
        storing.add(missing, list);
      }
    }
  }

  private Detailed take() {
    try {
      return details.take();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a page", e);
    }
  }
}
