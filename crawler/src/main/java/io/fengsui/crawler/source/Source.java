package io.fengsui.crawler.source;

import io.fengsui.crawler.notice.Kind;
import java.nio.file.Path;
import java.util.List;

/**
 * A publisher's list of notices, as described by one YAML file.
 *
 * @param id        file name without its ending; part of every notice's identity, never changed
 * @param homepage  for people
 * @param licence   terms of the publisher's data
 * @param kind      of its notices, where the mapping does not say otherwise
 * @param notifying the notifying partners of all its notices, empty where each notice names its own
 * @param language  BCP 47 tag of its notices, {@code und} where each notice says or it must be detected
 * @param verified  how the description was checked
 * @param enabled   whether it is crawled on schedule
 * @param file      where it was read from
 */
public record Source(String id, Names names, Names authority, String homepage, String licence, Kind kind,
    List<String> notifying, String language, Verified verified, boolean enabled, Rhythm rhythm, FetchPlan fetch,
    ReadPlan read, Path file) {
  public Source {
    notifying = List.copyOf(notifying);
  }

  /** How sure we are that the description fits the publisher. */
  public enum Verified {
    /** Against the publisher's own bytes. */
    RECORDED,
    /** Against the publisher's documentation. */
    DOCUMENTED,
    /** Not yet. */
    UNVERIFIED
  }
}
