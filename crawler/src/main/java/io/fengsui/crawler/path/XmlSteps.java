package io.fengsui.crawler.path;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path that needs no XPath engine.
 *
 * @param anywhere  the first name is looked for at any depth; then it is the only one
 * @param rooted    the first name is that of the record's element itself
 * @param names     local names or {@code *}
 * @param attribute local name, null for the element's text
 * @param beside    name of a sibling that must not be empty, null for no condition
 */
record XmlSteps(boolean anywhere, boolean rooted, List<String> names, @Nullable String attribute,
    @Nullable String beside) {
  private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_.-]*:)?[\\p{L}_][\\p{L}\\p{N}_.-]*";
  private static final Pattern SIMPLE = Pattern
      .compile("(?<start>\\./|//|/)?(?<names>(?:%1$s|\\*)(?:/(?:%1$s|\\*))*)?(?<attribute>/?@%1$s)?".formatted(NAME));

  /** The one predicate that is common enough to be worth a short cut: the XPath engine costs as much as all the rest. */
  private static final Pattern BESIDE = Pattern
      .compile("(?<name>%1$s)\\[string-length\\(\\.\\./(?<beside>%1$s)\\)\\s*>\\s*0]".formatted(NAME));

  static @Nullable XmlSteps parse(String path) {
    if (path.equals("."))
      return new XmlSteps(false, false, List.of(), null, null);
    var condition = BESIDE.matcher(path);
    if (condition.matches())
      return new XmlSteps(false, false, List.of(XmlElement.local(condition.group("name"))), null,
          XmlElement.local(condition.group("beside")));
    var match = SIMPLE.matcher(path);
    if (path.isBlank() || !match.matches())
      return null;
    String start = match.group("start") == null ? "" : match.group("start");
    String names = match.group("names");
    String attribute = match.group("attribute");
    // "@a" alone or "name/@a": a slash stands exactly where there is a name before it.
    if (attribute != null && attribute.startsWith("/") != (names != null) || names == null && !start.isEmpty())
      return null;
    var steps = names == null ? List.<String>of() : List.of(names.split("/")).stream().map(XmlElement::local).toList();
    if (start.equals("//") && (steps.size() != 1 || attribute != null))
      return null;
    return new XmlSteps(start.equals("//"), start.equals("/"), steps,
        attribute == null ? null : XmlElement.local(attribute.substring(attribute.indexOf('@') + 1)), null);
  }

  void texts(XmlElement root, Consumer<String> sink) {
    if (attribute == null)
      elements(root, element -> sink.accept(element.text()));
    else
      elements(root, element -> {
        String value = element.attribute(attribute);
        if (value != null)
          sink.accept(value);
      });
  }

  void elements(XmlElement root, Consumer<XmlElement> sink) {
    if (beside != null && isEmpty(root, beside))
      return;
    if (anywhere)
      descend(root, names.getFirst(), sink);
    else if (!rooted)
      walk(root, 0, sink);
    else if (fits(root, names.getFirst()))
      walk(root, 1, sink);
  }

  /** As XPath has it, the first of several counts. */
  private static boolean isEmpty(XmlElement parent, String name) {
    for (Object child : parent.content())
      if (child instanceof XmlElement element && fits(element, name))
        return element.text().isEmpty();
    return true;
  }

  private void walk(XmlElement element, int at, Consumer<XmlElement> sink) {
    if (at == names.size()) {
      sink.accept(element);
      return;
    }
    String name = names.get(at);
    for (Object child : element.content())
      if (child instanceof XmlElement inner && fits(inner, name))
        walk(inner, at + 1, sink);
  }

  private static void descend(XmlElement element, String name, Consumer<XmlElement> sink) {
    if (fits(element, name))
      sink.accept(element);
    for (Object child : element.content())
      if (child instanceof XmlElement inner)
        descend(inner, name, sink);
  }

  private static boolean fits(XmlElement element, String name) {
    return name.equals("*") || element.local().equals(name);
  }
}
