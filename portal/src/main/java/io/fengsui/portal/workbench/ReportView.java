package io.fengsui.portal.workbench;

import java.util.List;

/**
 * What a source would yield, ready to be shown; texts are empty where there is nothing to say.
 *
 * @param answer  what answered: status, type, size, time
 * @param sum     how many notices were read and records rejected
 * @param pages   whether the notices' own pages were asked for
 */
record ReportView(String address, String answer, String sum, String cause, String message, boolean pages,
    List<FieldRow> fields, List<Dead> dead, List<Rejected> rejected, List<String> unread,
    List<NoticeRows.Shown> notices) {
  /** A path that found nothing; line 0 where it is not known. */
  record Dead(int line, String path, String within, String asked) {}

  /** Records that are no notices. */
  record Rejected(String count, String problem, String excerpt) {}
}
