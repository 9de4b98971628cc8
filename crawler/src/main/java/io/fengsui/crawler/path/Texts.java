package io.fengsui.crawler.path;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts in a tree of maps, lists and scalars. */
final class Texts {
  private Texts() {}

  /** Passes on the scalars of a value, lists unfolded; an object has no text of its own. */
  static void of(@Nullable Object value, Consumer<String> sink) {
    switch (value) {
      case null -> {
      }
      case String text -> sink.accept(text);
      case List<?> list -> list.forEach(element -> of(element, sink));
      case Map<?, ?> map -> {
      }
      default -> sink.accept(value.toString());
    }
  }

  /** Passes on the values themselves, lists unfolded. */
  static void nodes(@Nullable Object value, Consumer<Object> sink) {
    if (value instanceof List<?> list)
      for (Iterator<?> each = list.iterator(); each.hasNext();)
        nodes(each.next(), sink);
    else if (value != null)
      sink.accept(value);
  }
}
