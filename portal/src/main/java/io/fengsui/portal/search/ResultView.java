package io.fengsui.portal.search;

import java.util.List;

/**
 * A notice in the list, ready to be shown. What ends in {@code Html} is escaped already.
 *
 * @param notifies who notifies, as a phrase; empty where nobody is named
 * @param origin   likewise
 * @param grade    the publisher's own class; empty where it gave none
 * @param day      of publication; empty where unknown
 * @param lang     the {@code lang} attribute of the publisher's texts
 */
record ResultView(String kind, String kindWord, String notifies, String origin, String grade, String day, String source,
    String reference, String href, String preview, String lang, String titleHtml, String snippetHtml,
    List<Tag> tags) {
  /** A group of the publisher's own terms. */
  record Tag(String label, List<String> values) {}
}
