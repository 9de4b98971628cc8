package io.fengsui.indexer;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.fengsui.crawler.store.NoticeChanges;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.indexer.document.NoticeDocuments;
import io.fengsui.indexer.rest.Rest;
import io.fengsui.indexer.schema.NoticeIndex;
import io.fengsui.indexer.taxonomy.PartnerNames;
import io.fengsui.indexer.write.CatchUp;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the index equal to the archive. Safe to run in several threads and several processes at once. */
public final class Indexer {
  private final CatchUp catchUp;
  private final NoticeIndex indices;
  private final NoticeStore store;
  private final NoticeChanges changes;

  /**
   * Does no I/O.
   *
   * @param client asked for at each call, as the engine may come back elsewhere
   */
  public Indexer(Supplier<ElasticsearchClient> client, NoticeChanges changes, NoticeStore store,
      PartnerNames partners) {
    Rest rest = new Rest(client);
    this.store = store;
    this.changes = changes;
    catchUp = new CatchUp(rest, changes, new NoticeDocuments(partners));
    indices = new NoticeIndex(rest);
  }

  /**
   * Brings the index up to date: makes it where it is missing, writes what changed. One that is of an older schema, or was
   * filled from another archive, is built anew while it goes on serving.
   *
   * @return how many notices were written; 0 where nothing was due
   * @throws java.io.UncheckedIOException where the engine cannot be reached or cannot write: what was not written is due
   *                                      at the next call
   */
  public int catchUp() {
    return catchUp.run();
  }

  /** Makes the index where it is missing, so that searches find nothing instead of failing. Fails as {@link #catchUp} does. */
  public void prepare() {
    indices.servingOrMade();
  }

  /** Lets searches see everything that was written. Fails as {@link #catchUp} does. */
  public void refresh() {
    indices.serving().ifPresent(indices::refresh);
  }

  /** How many notices the serving index does not have in their latest state. Fails as {@link #catchUp} does. */
  public long waiting() {
    return indices.serving().map(serving -> changes.waiting(serving.view())).orElseGet(store::count);
  }

  /**
   * Builds a new index from the archive beside the one in use and then swaps them; searches see one or the other. Goes on
   * where an earlier call was killed. Fails as {@link #catchUp} does.
   *
   * @return how many notices were written by this call
   */
  public long rebuild() {
    return catchUp.rebuild();
  }

  /** Compares the index with the archive. Fails as {@link #catchUp} does. */
  public Check check() {
    Optional<NoticeIndex.Version> serving = indices.serving();
    long archived = store.count();
    if (serving.isEmpty())
      return new Check("", archived, 0, 0);
    indices.refresh(serving.get());
    NoticeIndex.Counts counts = indices.counts(serving.get());
    return new Check(serving.get().name(), archived, counts.documents(), counts.refused());
  }

  /**
   * How index and archive compare.
   *
   * @param index    the one that serves; empty where there is none
   * @param archived notices in the archive
   * @param indexed  documents in the index
   * @param refused  those of them that hold no more than a title, because the engine refused the rest
   */
  public record Check(String index, long archived, long indexed, long refused) {
    /** Whether every notice can be found by all of its text. */
    public boolean whole() {
      return archived == indexed && refused == 0;
    }
  }
}
