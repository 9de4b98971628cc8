package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.NoticeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The archive of notices and of the captures that they were read from. Safe for several threads and several processes. */
public final class NoticeStore {
  /** The longest reference that can be kept, in bytes of UTF-8; PostgreSQL's index takes 2,700 with the source's id. */
  public static final int LONGEST_REFERENCE = 2_000;

  private final Jdbi jdbi;
  private final Captures captures;

  public NoticeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.captures = new Captures(jdbi);
  }

  /**
   * Stores a batch in one transaction: a notice not seen before is added, one with other content gets a new revision, one
   * with the same content is left as it is. The same batch stored twice is stored once. A notice that stands in the batch
   * several times gets its revisions in the batch's order. U+0000 is taken out of every text.
   *
   * @throws IllegalArgumentException for a reference longer than {@link #LONGEST_REFERENCE}, or a capture that was not
   *                                  registered; then nothing is stored
   */
  public StoreCount store(List<Sighting> batch) {
    if (batch.isEmpty())
      return new StoreCount(0, 0, 0);
    var incoming = Incoming.of(batch);
    return jdbi.inTransaction(handle -> new BatchWriter(handle, null).write(incoming));
  }

  /**
   * Stores what a reader that has changed makes of captures that were read before, as {@link #store} does, but by the reader and
   * not by the publisher. A notice of which a later capture was stored keeps what it has.
   *
   * @param at when they were read again
   */
  public StoreCount reread(List<Sighting> batch, Instant at) {
    if (batch.isEmpty())
      return new StoreCount(0, 0, 0);
    var incoming = Incoming.of(batch);
    return jdbi.inTransaction(handle -> new BatchWriter(handle, at).write(incoming));
  }

  /** As {@link #register(List)}. */
  public Capture register(Capture capture) {
    return captures.register(List.of(capture)).getFirst();
  }

  /**
   * Registers captures that are on disk, in one transaction, and returns them with their ids in the same order. The same
   * payload from the same address is one capture: then the registered one is returned, the archive notes when it was seen
   * again, and the given one is forgotten.
   */
  public List<Capture> register(List<Capture> batch) {
    return captures.register(batch);
  }

  /** The registered capture of this payload from this address by this source, if there is one that was not removed. */
  public Optional<Capture> capture(String source, String address, String sha256) {
    return captures.find(source, address, sha256);
  }

  /** The newest capture of a source whose address begins so. */
  public Optional<Capture> lastCapture(String source, String beginning) {
    return captures.last(source, beginning);
  }

  /** Those captures of a source that are registered with these payloads and were not removed, in no order. */
  public List<Capture> captures(String source, List<Capture.Payload> payloads) {
    return captures.find(source, payloads);
  }

  /** Hands over every capture that was not removed, oldest first, without holding them all; returns how many there are. */
  public long captures(Consumer<Capture> each) {
    return captures.all(each);
  }

  /**
   * Ids of the captures of a source that listed its notices, the latest seen first. Captures of the notices' own pages are not
   * among them.
   */
  public List<Long> lists(String source) {
    return captures.lists(source);
  }

  /** The captures with these ids that were not removed, in the order of the ids. */
  public List<Capture> captures(List<Long> ids) {
    return captures.with(ids);
  }

  /**
   * The capture of a notice's own page: the latest of that address; where that redirects, the page that the latest revision
   * was read from.
   */
  public Optional<Capture> page(NoticeId notice, String address) {
    return captures.page(Canonical.clean(notice), address);
  }

  /** The notice in its latest revision. */
  public Optional<ArchivedNotice> find(NoticeId id) {
    NoticeId clean = Canonical.clean(id);
    return jdbi.withHandle(handle -> handle
        .createQuery(NoticeRows.SELECT + " where n.source = :source and n.reference = :reference")
        .bind("source", clean.source()).bind("reference", clean.reference()).map(NoticeRows::archived).findOne());
  }

  /** The notice with that number, in its latest revision. */
  public Optional<ArchivedNotice> find(long number) {
    return jdbi.withHandle(handle -> handle.createQuery(NoticeRows.SELECT + " where n.id = :id").bind("id", number)
        .map(NoticeRows::archived).findOne());
  }

  /** All revisions of a notice, newest first; empty where there is no such notice. */
  public List<Revision> revisions(NoticeId id) {
    NoticeId clean = Canonical.clean(id);
    return jdbi.withHandle(handle -> handle.createQuery(NoticeRows.SELECT_REVISIONS).bind("source", clean.source())
        .bind("reference", clean.reference()).map(NoticeRows::revision).list());
  }

  /** How many notices there are. */
  public long count() {
    return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(notices), 0) from notice_count")
        .mapTo(Long.class).one());
  }

  /** How many notices of a source there are. */
  public long count(String source) {
    return jdbi.withHandle(handle -> handle.createQuery("select notices from notice_count where source = :source")
        .bind("source", source).mapTo(Long.class).findOne().orElse(0L));
  }

  static void check(NoticeId id) {
    int length = id.reference().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_REFERENCE)
      throw new IllegalArgumentException("the reference of a notice of %s is too long: %d bytes, at most %d: %s…"
          .formatted(id.source(), length, LONGEST_REFERENCE, id.reference().substring(0, 80)));
  }
}
