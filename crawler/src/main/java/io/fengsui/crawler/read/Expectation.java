package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.ReadPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The publisher's own word for success, looked for until it was seen. */
final class Expectation {
  private final ReadPlan.@Nullable Expect plan;
  private boolean open;
  private boolean empty;

  Expectation(ReadPlan.@Nullable Expect plan) {
    this.plan = plan;
    this.open = plan != null;
  }

  /** Whether the word has not been seen yet. */
  boolean isOpen() {
    return open;
  }

  /** Whether the publisher said that there is nothing. */
  boolean saysEmpty() {
    return empty;
  }

  /** Looks in the document's root, as far as it was read. */
  void check(Item item) throws Unreadable {
    if (plan == null)
      return;
    List<String> words = item.texts("^" + plan.path());
    if (words.isEmpty())
      return;
    open = false;
    String word = PlainText.line(words.getFirst());
    empty = plan.empty().contains(word);
    if (!empty && !plan.success().contains(word))
      throw new Unreadable(plan.forbidden().contains(word) ? Cause.FORBIDDEN : Cause.PUBLISHER_ERROR,
          message(plan, word, item));
  }

  private static String message(ReadPlan.Expect plan, String word, Item item) {
    var said = plan.message() == null ? List.<String>of() : item.texts("^" + plan.message());
    String text = said.isEmpty() ? "" : ": " + PlainText.line(said.getFirst());
    return "the publisher says " + plan.path() + " = " + word + (text.length() > 300 ? text.substring(0, 300) : text);
  }
}
