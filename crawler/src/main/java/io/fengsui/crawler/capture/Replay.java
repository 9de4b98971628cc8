package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers from recordings and never from the network. Several recordings of one address are played in their order, one per
 * crawl. The recordings are found at first use. Safe for several threads.
 */
public final class Replay implements Fetcher {
  private final Path folder;
  private final Path data;
  private final Map<String, Set<String>> played = new ConcurrentHashMap<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Recordings recordings;

  /**
   * @param folder with WARC files; or with a {@code recordings.yaml} and plain files, which are packed first
   * @param data   where packed files go
   */
  public Replay(Path folder, Path data) {
    this.folder = folder;
    this.data = data;
  }

  /** Answers as the first request of a first crawl would be answered. */
  @Override
  public Fetched fetch(Request request) {
    return crawl(request.source(), recording -> false, ConcurrentHashMap.newKeySet()).fetch(request);
  }

  /**
   * The answers for one crawl of a source.
   *
   * @param recorded whether an earlier crawl that has ended played the recording with that id
   */
  public ReplayCrawl crawl(String source, Predicate<String> recorded) {
    return crawl(source, recorded, played.computeIfAbsent(source, id -> ConcurrentHashMap.newKeySet()));
  }

  // What was played once stays played, so only "no" is asked again: two questions to the archive in a crawl, not thousands.
  private ReplayCrawl crawl(String source, Predicate<String> recorded, Set<String> known) {
    return new ReplayCrawl(recordings(), id -> known.contains(id) || recorded.test(id) && known.add(id), answered);
  }

  /**
   * Addresses of recordings that no crawl has played, here or in an earlier process, in their order and each once: what no
   * source asks for, because its address is another or because a source is missing.
   */
  public List<String> unplayed() {
    var everywhere = new HashSet<>(answered);
    played.values().forEach(everywhere::addAll);
    return recordings().all().stream().filter(recording -> !everywhere.contains(recording.id()))
        .map(Recording::address).distinct().toList();
  }

  private Recordings recordings() {
    var found = recordings;
    if (found != null)
      return found;
    synchronized (this) {
      if (recordings == null)
        recordings = Recordings.scan(PackedFolder.of(folder, data));
      return recordings;
    }
  }

  @Override
  public void close() {
    recordings = null;
  }
}
