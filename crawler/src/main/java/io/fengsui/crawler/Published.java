package io.fengsui.crawler;

import io.fengsui.crawler.store.Statement;
import io.fengsui.crawler.store.Statement.Basis;
import io.fengsui.crawler.store.Statement.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the publisher says that there is, as a crawl comes to know it. For one thread. */
final class Published {
  private static final int NAMED = 20;

  private final boolean window;
  private final List<Missing> missing = new ArrayList<>();
  private @Nullable Long total;
  private boolean complete = true;
  private boolean index;
  private int listed;
  private int unread;
  private int followed;
  private int distinct;
  private int rejected;
  private int broken;

  /** @param window whether only the notices of some time are asked for */
  Published(boolean window) {
    this.window = window;
  }

  /** The first page's number counts: what later pages say is no longer about the same list. */
  void total(@Nullable Long said) {
    if (total == null)
      total = said;
  }

  /** How many different notices were read so far. */
  void distinct(int references) {
    distinct = references;
  }

  void rejected(String record, String why) {
    rejected++;
    add(record, why);
  }

  /** An index of so many documents, some of which no crawl has read. */
  void index(int documents, int notRead) {
    index = true;
    listed = documents;
    unread = notRead;
  }

  void followed() {
    followed++;
  }

  void broken(String address, String why) {
    broken++;
    add(address, why);
  }

  /** The crawl ended before the end of the list. */
  void cutShort() {
    complete = false;
  }

  private void add(String what, String why) {
    if (missing.size() < NAMED)
      missing.add(new Missing(what, why));
  }

  Statement statement(Instant at) {
    if (index)
      return new Statement(at, Basis.INDEX, listed, (long) listed - unread + Math.min(unread, followed), complete,
          window, broken, missing);
    return total == null
        ? new Statement(at, Basis.LIST, (long) distinct + rejected, distinct, complete, window, rejected, missing)
        : new Statement(at, Basis.TOTAL, total, distinct, complete, window, rejected, missing);
  }
}
