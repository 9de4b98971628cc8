package io.fengsui.portal.source;

import java.util.List;

/**
 * A source, ready to be shown; every text is empty where there is nothing to say.
 *
 * @param why      what its condition means
 * @param found    address of the search for its notices
 * @param failures by cause, most frequent first
 * @param broken   whether somebody should look after it
 */
record SourceView(String id, String name, String authority, String kind, String condition, String conditionWord,
    String why, boolean broken, String success, String successAt, String fresh, String freshAt, String notices,
    String found, List<Failure> failures, String cause, String message, String next, boolean running, boolean enabled,
    String homepage, String licence, String verified, String language, String rhythm, String file,
    HealthView health) {
  /** A cause in words and how often it was. */
  record Failure(String cause, String count) {}
}
