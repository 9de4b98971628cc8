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
  private final XPathExpression expression;

  private XmlExpression(XPathExpression expression) {
    this.expression = expression;
  }

  static XmlExpression of(String text) {
    try {
      // The DOM has local names only.
      String local = PREFIX.matcher(text)
          .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? "" : match.group(1)));
      return new XmlExpression(XPathFactory.newDefaultInstance().newXPath().compile(local));
    } catch (XPathExpressionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("not an XPath 1.0: " + text + " (" + cause.getMessage() + ")", e);
    }
  }

  /** Passes on each element found, or the text where it is no element. */
  void find(XmlTree tree, BiConsumer<@Nullable XmlElement, String> sink) {
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
