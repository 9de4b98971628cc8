package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.NoticeId;
import java.nio.charset.StandardCharsets;
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
    return jdbi.inTransaction(handle -> new BatchWriter(handle).write(incoming));
  }

  /**
   * Registers a capture and returns it with its id. The same payload from the same address is one capture: then the
   * registered one is returned, and the given one is forgotten.
   */
  public Capture register(Capture capture) {
    return captures.register(capture);
  }

  /** The registered capture of this payload from this address by this source, if there is one. */
  public Optional<Capture> capture(String source, String address, String sha256) {
    return captures.find(source, address, sha256);
  }

  /** Hands over every capture, oldest first, without holding them all; returns how many there are. */
  public long captures(Consumer<Capture> each) {
    return captures.all(each);
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

  static void check(NoticeId id) {
    int length = id.reference().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_REFERENCE)
      throw new IllegalArgumentException("the reference of a notice of %s is too long: %d bytes, at most %d: %s…"
          .formatted(id.source(), length, LONGEST_REFERENCE, id.reference().substring(0, 80)));
  }
}
