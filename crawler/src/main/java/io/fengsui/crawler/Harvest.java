package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Sighting;
import io.fengsui.crawler.store.StoreCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the notices of responses into the archive, in batches. */
final class Harvest {
  private static final int BATCH = 500;

  private final Source source;
  private final Evidence evidence;
  private final Details details;
  private final NoticeStore notices;
  private final Tally tally;
  private final Set<String> references = new HashSet<>();
  private final List<Sighting> batch = new ArrayList<>(BATCH);
  private StoreCount stored = new StoreCount(0, 0, 0);
  private @Nullable Capture capture;
  private boolean broken;

  Harvest(Source source, Evidence evidence, Details details, NoticeStore notices, Tally tally) {
    this.source = source;
    this.evidence = evidence;
    this.details = details;
    this.notices = notices;
    this.tally = tally;
  }

  /**
   * What a response brought.
   *
   * @param complete whether it was read to its end
   * @param unseen   notices that no earlier response of this crawl had
   * @param changes  notices that were new to the archive, or had changed
   */
  record Yield(boolean complete, int unseen, int changes) {}

  /** Reads and stores a response; everything that could be read is stored when this returns, or throws. */
  Yield read(Fetched.Content content) {
    int seen = references.size();
    capture = null;
    stored = new StoreCount(0, 0, 0);
    try {
      var end = Readers.read(source, content, reading -> take(content, reading));
      boolean complete = tally.ended(content, end);
      return new Yield(complete, references.size() - seen, flush().added() + stored.revised());
    } catch (RuntimeException e) {
      if (!broken)
        flush();
      throw e;
    }
  }

  private void take(Fetched.Content content, Reading reading) {
    switch (reading) {
      case Reading.Found found -> take(content, found);
      case Reading.Rejected(var problem, var excerpt) -> tally.rejected(problem, excerpt);
    }
  }

  private void take(Fetched.Content content, Reading.Found found) {
    if (capture == null)
      capture = evidence.of(content);
    tally.read();
    references.add(found.notice().id().reference());
    long id = capture.id();
    details.complete(found, evidence).ifPresent(notice -> batch.add(new Sighting(notice, id)));
    if (batch.size() >= BATCH)
      flush();
  }

  private StoreCount flush() {
    if (batch.isEmpty())
      return stored;
    broken = true;
    var count = notices.store(List.copyOf(batch));
    broken = false;
    batch.clear();
    tally.stored(count);
    stored = stored.plus(count);
    return stored;
  }
}
