package io.fengsui.crawler.path;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** A path for the JDK's XPath engine. Not safe for several threads. */
final class XmlExpression {
  /** A quoted text, which stays, or a prefix; an axis has two colons. */
  private static final Pattern PREFIX = Pattern
      .compile("(\"[^\"]*\"|'[^']*')|[\\p{L}_][\\p{L}\\p{N}_.-]*:(?=[\\p{L}_*])");
  /** Steps that lead from an element to any number of others, again and again: all of the record, what stands before or after. */
  private static final Pattern WIDE = Pattern
      .compile("\"[^\"]*\"|'[^']*'|(?<wide>//|\\.\\.|(?:ancestor|descendant|following|preceding|parent)[a-z-]*::)");
  /** Elements looked at for one value. */
  private static final double MOST = 5e7;
  private final XPathExpression expression;
  private final String text;
  private final long wide;

  private XmlExpression(XPathExpression expression, String text) {
    this.expression = expression;
    this.text = text;
    this.wide = WIDE.matcher(text).results().filter(match -> match.group("wide") != null).count();
  }

  static XmlExpression of(String text) {
    try {
      // The DOM has local names only.
      String local = PREFIX.matcher(text)
          .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? "" : match.group(1)));
      return new XmlExpression(XPathFactory.newDefaultInstance().newXPath().compile(local), text);
    } catch (XPathExpressionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("not an XPath 1.0: " + text + " (" + cause.getMessage() + ")", e);
    }
  }

  /** Passes on each element found, or the text where it is no element. */
  void find(XmlTree tree, BiConsumer<@Nullable XmlElement, String> sink) {
    // The engine cannot be interrupted, so what it may cost is reckoned before.
    if (wide > 1 && Math.pow(tree.size(), wide) > MOST)
      throw new Overrun("the path takes too long in a record of " + tree.size() + " elements: " + text);
    try {
      XPathEvaluationResult<?> result = expression.evaluateExpression(tree.dom());
      if (result.value() instanceof XPathNodes nodes)
        for (Node node : nodes)
          sink.accept(XmlTree.origin(node), node.getTextContent());
      else if (result.value() != null)
        sink.accept(null, plain(result.value()));
    } catch (XPathExpressionException e) {
      // An expression whose types do not fit the record finds nothing in it.
      return;
    }
  }

  private static String plain(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15)
      return Long.toString(number.longValue());
    return value.toString();
  }
}
