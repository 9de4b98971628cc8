package io.fengsui.indexer.write;

import io.fengsui.crawler.store.NoticeChanges;
import io.fengsui.indexer.document.NoticeDocuments;
import io.fengsui.indexer.rest.Rest;
import io.fengsui.indexer.schema.NoticeIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings indices up to date from the change feed, and replaces one by the next. Safe for several threads and processes. */
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  /** Notices in a batch. */
  private static final int BATCH = 1_000;
  /** While one batch is in the engine, the next is read from the archive. */
  private static final int WORKERS = 2;
  private static final long PAUSE_MILLIS = 50;
  private final NoticeChanges changes;
  private final NoticeIndex indices;
  private final BulkWriter writer;
  /** View of the index that was served last time: what need not be looked into again. */
  private volatile String seen = "";

  /** Does no I/O. */
  public CatchUp(Rest rest, NoticeChanges changes, NoticeDocuments documents) {
    this.changes = changes;
    indices = new NoticeIndex(rest);
    writer = new BulkWriter(rest, documents);
  }

  /** Writes what is due into the serving index, which is made, or built anew, where it must be. */
  public int run() {
    NoticeIndex.Version serving = indices.servingOrMade();
    boolean known = serving.view().equals(seen);
    if (serving.schema() < NoticeIndex.SCHEMA || !known && foreign(serving)) {
      LOG.info("{} is of an older schema or another archive: it is built anew", serving.name());
      return (int) Math.min(rebuild(), Integer.MAX_VALUE);
    }
    int written = write(serving);
    if (!known)
      forgetGone();
    seen = serving.view();
    return written;
  }

  /** Builds the serving index's successor, or goes on building it, and lets it serve. Returns how many were written. */
  public long rebuild() {
    NoticeIndex.Version serving = indices.servingOrMade();
    NoticeIndex.Version next = successor(serving);
    LOG.info("building {} to replace {}", next.name(), serving.name());
    long written = 0;
    do {
      int more = write(next);
      written += more;
      if (more == 0)
        pause();
    } while (changes.waiting(next.view()) > 0);
    indices.refresh(next);
    indices.swap(serving, next);
    forgetGone();
    LOG.info("{} serves, with {} notices written", next.name(), written);
    return written;
  }

  /** Notices that the engine refused since the start of this process. */
  public long refused() {
    return writer.refused();
  }

  private NoticeIndex.Version successor(NoticeIndex.Version serving) {
    NoticeIndex.Version next = indices.successor(serving);
    if (!foreign(next))
      return next;
    indices.delete(next);
    return indices.successor(serving);
  }

  /** Forgets the views of indices that are gone. An index is made before its view, so the views are asked for first. */
  private void forgetGone() {
    List<String> views = changes.views();
    Set<String> there = indices.versions().stream().map(NoticeIndex.Version::view).collect(Collectors.toSet());
    views.stream().filter(view -> NoticeIndex.owns(view) && !there.contains(view)).forEach(changes::forget);
  }

  /**
   * Whether the index was filled from another archive: its numbers mean other notices. An index is made known to the
   * archive before its first document is written.
   */
  private boolean foreign(NoticeIndex.Version serving) {
    indices.await(serving);
    boolean filled = indices.counts(serving).documents() > 0;
    return filled && !changes.views().contains(serving.view());
  }

  private int write(NoticeIndex.Version index) {
    changes.register(index.view());
    AtomicBoolean failed = new AtomicBoolean();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++)
        running.add(workers.submit(() -> takeAll(index, failed)));
      int written = 0;
      for (Future<Integer> worker : running)
        written += worker.get();
      return written;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while writing " + index.name(), e));
    }
  }

  private int takeAll(NoticeIndex.Version index, AtomicBoolean failed) {
    int written = 0;
    try {
      while (!failed.get()) {
        int taken = changes.take(index.view(), BATCH, batch -> writer.write(index.name(), batch));
        if (taken == 0)
          break;
        written += taken;
      }
      return written;
    } catch (RuntimeException e) {
      failed.set(true);
      throw e;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while building", e));
    }
  }
}
