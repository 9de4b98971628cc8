package io.fengsui.portal.notice;

import java.util.List;

/**
 * A notice, ready to be shown.
 *
 * @param lang     the {@code lang} attribute of the publisher's texts
 * @param language its name; empty where unknown
 * @param text     empty where the publisher gave none
 * @param page     the publisher's own page; empty where there is none
 * @param groups   everything else, in groups
 * @param columns  headings of the columns of products that hold anything
 */
record NoticeView(String kind, String kindWord, String title, String lang, String language, String text, String source,
    String sourceHref, String reference, String href, String notifies, String grade, String day, String page,
    List<Group> groups, List<String> columns, List<List<String>> products, Evidence evidence,
    List<RevisionView> revisions) {
  /** Fields that belong together. */
  record Group(String title, List<Row> rows) {}

  /** A field with its values; short ones flow in a line. */
  record Row(String label, List<Value> values) {
    private static final int SHORT = 60;

    public boolean flow() {
      return values.stream().allMatch(value -> value.text().length() <= SHORT && !value.out());
    }
  }

  /**
   * A value.
   *
   * @param note what the publisher wrote, where that is something else; empty for nothing
   * @param href where it leads; empty for nowhere
   * @param out  whether that is somebody else's site
   * @param own  whether it is in the publisher's language rather than ours
   */
  record Value(String text, String note, String href, boolean out, boolean own) {}

  /** Where the notice was read from, and when it was first seen. */
  record Evidence(String captured, String firstSeen, String sha256, String address, String size, String type,
      String record, String bundle) {}

  /**
   * A state of the notice, and what became different with it.
   *
   * @param reread  when a corrected reader made it; empty where the publisher did
   * @param removed when its evidence was removed; empty where it is there
   */
  record RevisionView(String number, String at, String sha256, String reread, String removed, boolean first,
      boolean material, List<Change> changes) {}

  /** A field that differs; the text around what differs is shown once. */
  record Change(String field, boolean material, String lead, String before, String after, String tail) {}
}
