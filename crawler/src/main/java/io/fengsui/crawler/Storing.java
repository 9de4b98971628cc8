package io.fengsui.crawler;

import io.fengsui.crawler.Details.Detailed;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.store.DetailPages;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings notices and the responses that they were read from into the archive, in batches: first evidence, then what it says. */
final class Storing {
  private static final int NOTICES = 500;
  /** Their bodies are held until they are stored. */
  private static final int PAGES = 64;
  /** What was read may wait so long, where a polite crawl brings a page now and then. */
  private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

  private final Evidence evidence;
  private final NoticeStore notices;
  private final @Nullable DetailPages pages;
  private final Tally tally;
  private final List<Entry> batch = new ArrayList<>();
  private final List<Notice> paged = new ArrayList<>();
  private long since;
  private int bodies;
  private int changes;
  private boolean broken;

  /** @param pages null where a page is asked for whenever it is listed */
  Storing(Evidence evidence, NoticeStore notices, @Nullable DetailPages pages, Tally tally) {
    this.evidence = evidence;
    this.notices = notices;
    this.pages = pages;
    this.tally = tally;
  }

  /** A notice, the response that listed it, and its own page. */
  private record Entry(Notice notice, Kept list, Fetched.@Nullable Content page) {}

  /** Writes a response down. */
  Kept keep(Fetched.Content response) {
    return evidence.keep(List.of(response)).getFirst();
  }

  /** Of these notices those whose own pages need not be asked for: read lately, when the list said the same of them. */
  Set<NoticeId> known(List<Notice> listed) {
    return pages == null || listed.isEmpty() ? Set.of() : pages.known(listed);
  }

  void add(Notice notice, Kept list) {
    tally.filled(notice);
    add(new Entry(notice, list, null));
  }

  void add(Detailed.Whole whole, Kept list) {
    paged.add(whole.listed());
    bodies++;
    tally.filled(whole.notice());
    add(new Entry(whole.notice(), list, whole.page()));
  }

  /**
   * Without its page a notice is what the list has, unless the archive has it from a time when the page could be had: to
   * lose the page's words would be a revision that the publisher did not make.
   */
  void add(Detailed.Missing missing, Kept list) {
    boolean held = notices.find(missing.listed().id()).isPresent();
    // Only now: were the archive away, a notice that it does not hold would count as one whose page was read.
    if (!missing.passing())
      paged.add(missing.listed());
    if (!held)
      add(new Entry(missing.listed(), list, null));
  }

  private void add(Entry entry) {
    if (batch.isEmpty())
      since = System.nanoTime();
    batch.add(entry);
    if (batch.size() >= NOTICES || bodies >= PAGES || bodies > 0 && System.nanoTime() - since > PATIENCE)
      flush();
  }

  /** Stores what is left and returns how many notices were new or had changed since this was asked before. */
  int changes() {
    flush();
    int since = changes;
    changes = 0;
    return since;
  }

  /** After a fault elsewhere: stores what is left. After a fault of the archive there is no use in trying again. */
  void rescue() {
    if (!broken)
      flush();
  }

  private void flush() {
    broken = true;
    if (!batch.isEmpty())
      store();
    if (pages != null && !paged.isEmpty())
      pages.read(List.copyOf(paged));
    broken = false;
    paged.clear();
  }

  private void store() {
    try {
      var count = notices.store(sightings());
      tally.stored(count);
      changes += count.added() + count.revised();
    } finally {
      batch.forEach(Storing::close);
      batch.clear();
      bodies = 0;
    }
  }

  /** With every response written down and registered. */
  private List<Sighting> sightings() {
    var kept = evidence.keep(batch.stream().map(Entry::page).filter(Objects::nonNull).toList());
    evidence.register(Stream.concat(batch.stream().map(Entry::list).distinct(), kept.stream()).toList());
    var own = kept.iterator();
    return batch.stream().map(entry -> new Sighting(entry.notice(), entry.list().capture().id(),
        entry.page() == null ? null : own.next().capture().id())).toList();
  }

  private static void close(Entry entry) {
    if (entry.page() != null)
      entry.page().body().close();
  }
}
