package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Sighting;
import io.fengsui.crawler.store.StoreCount;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the captures of a source again with the reader of today, without the network. Captures are read from the latest
 * to the oldest and a notice is taken from the first that has it, so nothing older becomes a revision. Killed at any moment
 * and started again, it ends with the same archive.
 */
final class Reread {
  private static final int BATCH = 500;
  private static final int EXAMPLES = 20;

  private final Source source;
  private final CaptureStore captures;
  private final NoticeStore notices;
  private final Instant now;
  private final Set<String> seen = new HashSet<>();
  private final List<Sighting> batch = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private StoreCount stored = new StoreCount(0, 0, 0);
  private int damaged;
  private int withoutPage;

  Reread(Source source, CaptureStore captures, NoticeStore notices, Instant now) {
    this.source = source;
    this.captures = captures;
    this.notices = notices;
    this.now = now;
  }

  RereadReport run(Crawler.Progress progress) {
    var lists = notices.lists(source.id());
    for (int from = 0; from < lists.size(); from += BATCH) {
      var page = lists.subList(from, Math.min(from + BATCH, lists.size()));
      notices.captures(page).forEach(this::list);
      progress.at(from + page.size(), lists.size());
    }
    flush();
    return new RereadReport(source.id(), lists.size(), seen.size(), stored.added(), stored.revised(),
        stored.unchanged(), withoutPage, Math.max(0, notices.count(source.id()) - seen.size()), damaged, unreadable);
  }

  /** Where a response has a notice twice, its last word counts, as in a crawl. */
  private void list(Capture capture) {
    Map<String, Reading.Found> found = new LinkedHashMap<>();
    try {
      var content = captures.read(capture);
      try (var body = content.body()) {
        var end = Readers.read(source, content, reading -> {
          if (reading instanceof Reading.Found notice && !seen.contains(notice.notice().id().reference()))
            found.put(notice.notice().id().reference(), notice);
        });
        if (end instanceof Reading.End.Broken broken && content.cut() == null)
          fault(capture, broken.message());
      }
    } catch (IOException e) {
      fault(capture, String.valueOf(e.getMessage()));
    }
    found.values().forEach(each -> take(each, capture));
    seen.addAll(found.keySet());
  }

  private void take(Reading.Found found, Capture list) {
    var address = found.detail();
    var sighting = address == null
        ? Optional.of(new Sighting(found.notice(), list.id()))
        : detailed(found.notice(), address, list);
    sighting.ifPresentOrElse(batch::add, () -> withoutPage++);
    if (batch.size() >= BATCH)
      flush();
  }

  /** Empty where the notice's own page was not captured: the list alone would take away what the page had said. */
  private Optional<Sighting> detailed(Notice listed, String address, Capture list) {
    var page = notices.page(listed.id(), address).orElse(null);
    var notice = page == null ? null : detailed(listed, page);
    return page == null || notice == null
        ? Optional.empty()
        : Optional.of(new Sighting(notice, list.id(), page.id()));
  }

  private @Nullable Notice detailed(Notice listed, Capture page) {
    try {
      var content = captures.read(page);
      try (var body = content.body()) {
        return Readers.detail(source, listed, content);
      }
    } catch (IOException e) {
      fault(page, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void fault(Capture capture, String message) {
    damaged++;
    if (unreadable.size() < EXAMPLES)
      unreadable.add(capture.file() + " at " + capture.offset() + ", " + capture.address() + ": " + message);
  }

  private void flush() {
    stored = stored.plus(notices.reread(List.copyOf(batch), now));
    batch.clear();
  }
}
