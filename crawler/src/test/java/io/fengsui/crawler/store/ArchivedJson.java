package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;

/** The JSON that the archive keeps, for tests of other packages. */
public final class ArchivedJson {
  private ArchivedJson() {}

  public static String of(Notice notice) {
    return NoticeJson.text(Canonical.clean(notice));
  }
}
