package io.fengsui.crawler.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An XPath 1.0, compiled, over a record's element. Names are local names: prefixes in the path are ignored. Immutable but for
 * what it keeps to evaluate: one thread at a time.
 *
 * <p>
 * Paths of child steps, a leading {@code //name} and a last {@code @attribute} are walked directly; all others go through
 * the JDK's XPath on a DOM of the record. Both find the same.
 */
public final class XmlQuery {
  private final @Nullable XmlSteps steps;
  private final @Nullable XmlExpression expression;

  private XmlQuery(@Nullable XmlSteps steps, @Nullable XmlExpression expression) {
    this.steps = steps;
    this.expression = expression;
  }

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException with what is wrong, in words for the author of the path
   */
  public static XmlQuery of(String text) {
    var steps = XmlSteps.parse(text);
    return steps != null ? new XmlQuery(steps, null) : general(text);
  }

  /** The same path without the short cut; for comparison. */
  static XmlQuery general(String text) {
    return new XmlQuery(null, XmlExpression.of(text));
  }

  /** The texts found, in document order. */
  public List<String> texts(XmlTree tree) {
    var found = new ArrayList<String>(2);
    if (steps != null)
      steps.texts(tree.root(), found::add);
    else if (expression != null)
      expression.find(tree, (element, text) -> found.add(element == null ? text : element.text()));
    return found;
  }

  /** The elements found. */
  public List<XmlElement> elements(XmlTree tree) {
    var found = new ArrayList<XmlElement>(2);
    Consumer<XmlElement> sink = found::add;
    if (steps != null && steps.attribute() == null)
      steps.elements(tree.root(), sink);
    else if (expression != null)
      expression.find(tree, (element, text) -> {
        if (element != null)
          sink.accept(element);
      });
    return found;
  }
}
