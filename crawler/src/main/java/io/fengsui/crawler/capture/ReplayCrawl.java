package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.fetch.Responses;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers for one crawl of one source, each recording once. For one thread. */
public final class ReplayCrawl implements Fetcher {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayCrawl.class);

  private final Recordings recordings;
  private final Predicate<String> playedBefore;
  private final Set<String> everywhere;
  private final Set<String> answered = new LinkedHashSet<>();
  private final Set<String> asked = new HashSet<>();

  /** @param everywhere where the ids of recordings are added that are played by any crawl */
  ReplayCrawl(Recordings recordings, Predicate<String> playedBefore, Set<String> everywhere) {
    this.recordings = recordings;
    this.everywhere = everywhere;
    this.playedBefore = playedBefore;
  }

  /**
   * The next recording of that address; for the first request of a template, else the next that the template matches; else
   * {@link Fetched.NotModified}: all is played.
   */
  @Override
  public Fetched fetch(Request request) {
    boolean first = asked.add(request.template());
    var next = next(recordings.at(request.address()));
    if (next.isEmpty() && first)
      next = next(recordings.matching(request.template()));
    return next.map(recording -> play(request, recording)).orElseGet(() -> new Fetched.NotModified(request.address()));
  }

  /**
   * The next recording of exactly that address, or the last again when all are played: a detail page is needed by every
   * list that mentions it.
   */
  public Fetched detail(Request request) {
    var all = recordings.at(request.address());
    if (all.isEmpty())
      return new Fetched.NotModified(request.address());
    return play(request, next(all).orElse(all.getLast()));
  }

  /** Ids of the recordings that were played, in their order. */
  public List<String> played() {
    return List.copyOf(answered);
  }

  /** Whether recordings are left that one of these templates matches. */
  public boolean more(Collection<String> templates) {
    return templates.stream().anyMatch(template -> next(recordings.matching(template)).isPresent());
  }

  private Optional<Recording> next(List<Recording> candidates) {
    return candidates.stream().filter(recording -> !answered.contains(recording.id()))
        .filter(recording -> !playedBefore.test(recording.id())).findFirst();
  }

  private Fetched play(Request request, Recording recording) {
    answered.add(recording.id());
    everywhere.add(recording.id());
    try {
      var stored = StoredResponse.read(recording.file(), recording.offset(), request.maxBytes());
      return Responses.judge(request, new Fetched.Content(stored.address(), stored.status(), stored.headers(),
          stored.payload().body(), stored.at(), recording.id(), stored.payload().cut()), stored.at());
    } catch (IOException e) {
      LOG.error("cannot play {}", recording, e);
      return new Fetched.Failed(request.address(), Cause.INTERNAL,
          "recording " + recording.file() + ": " + e.getMessage(),
          null);
    }
  }

  @Override
  public void close() {}
}
