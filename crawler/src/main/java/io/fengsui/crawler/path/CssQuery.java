package io.fengsui.crawler.path;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector, compiled, with {@code @attribute} at its end for an attribute; {@code .} is the record itself. Immutable,
 * but jsoup's evaluators keep scratch data: one thread at a time.
 */
public final class CssQuery {
  /** Stands for the text of the page's main part, wherever it is. */
  public static final String MAIN_TEXT = "main-text()";
  /** Stands for the title of the page's article. */
  public static final String MAIN_TITLE = "main-title()";
  /** Stands for the publication date of the page's article, in ISO 8601. */
  public static final String MAIN_DATE = "main-date()";
  /** Stands for the author of the page's article. */
  public static final String MAIN_AUTHOR = "main-author()";
  /** Stands for the language of the page's article, in ISO 639. */
  public static final String MAIN_LANGUAGE = "main-language()";

  private static final Pattern ATTRIBUTE = Pattern.compile("^(?<selector>.*?)@(?<name>[\\w:-]+)$", Pattern.DOTALL);
  private final @Nullable Evaluator selector;
  private final @Nullable String attribute;

  private CssQuery(@Nullable Evaluator selector, @Nullable String attribute) {
    this.selector = selector;
    this.attribute = attribute;
  }

  /** Whether a path stands for what a whole page says, rather than for elements in it. */
  public static boolean isOfPage(String path) {
    return switch (path) {
      case MAIN_TEXT, MAIN_TITLE, MAIN_DATE, MAIN_AUTHOR, MAIN_LANGUAGE -> true;
      default -> false;
    };
  }

  /**
   * Compiles a selector.
   *
   * @throws IllegalArgumentException with what is wrong, in words for the author of the selector
   */
  public static CssQuery of(String text) {
    var match = ATTRIBUTE.matcher(text.strip());
    String selector = match.matches() ? match.group("selector").strip() : text.strip();
    try {
      return new CssQuery(selector.isEmpty() || selector.equals(".") ? null : Selector.evaluatorOf(selector),
          match.matches() ? match.group("name") : null);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException("not a CSS selector: " + text + " (" + e.getMessage() + ")", e);
    }
  }

  /** Name of the attribute that is meant, null for the element's text. */
  public @Nullable String attribute() {
    return attribute;
  }

  /** The elements found, in document order. */
  public List<Element> elements(Element record) {
    return selector == null ? List.of(record) : record.select(selector);
  }
}
