package io.fengsui.crawler.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives names the prefix that is usual for their namespace, whatever the feed calls it. The formats themselves have none; a
 * prefix whose namespace nobody knows stays as it is. For one thread.
 */
final class Namespaces {
  static final String ATOM = "http://www.w3.org/2005/atom";
  private static final Map<String, String> USUAL = Map.ofEntries(none("http://purl.org/rss/1.0/"),
      none("http://my.netscape.com/rdf/simple/0.9/"), none("http://channel.netscape.com/rdf/simple/0.9/"),
      none("http://purl.org/net/rss1.1#"), none("http://blogs.law.harvard.edu/tech/rss"),
      none("http://cyber.law.harvard.edu/rss"), none("http://purl.org/rss/1.0/modules/rss091#"), none(ATOM),
      none("http://purl.org/atom/ns#"), none("http://purl.org/atom/app#"), none("http://purl.org/echo/"),
      none("http://purl.org/pie/"), none("http://example.com/newformat#"), none("http://example.com/necho"),
      none("uri/of/echo/namespace#"), Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
      Map.entry("http://purl.org/dc/elements/1.0/", "dc"), Map.entry("http://purl.org/dc/terms/", "dcterms"),
      Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
      Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
      Map.entry("http://search.yahoo.com/mrss", "media"), Map.entry("http://search.yahoo.com/mrss/", "media"),
      Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
      Map.entry("http://www.w3.org/1999/xhtml", "xhtml"), Map.entry("http://www.w3.org/2000/svg", "svg"),
      Map.entry("http://www.w3.org/1998/math/mathml", "math"),
      Map.entry("http://www.w3.org/xml/1998/namespace", "xml"));
  private final Map<String, String> uris = new HashMap<>(Map.of("xml", "http://www.w3.org/xml/1998/namespace"));
  private final Map<String, String> names = new HashMap<>();
  private boolean undeclared;

  private static Map.Entry<String, String> none(String uri) {
    return Map.entry(uri, "");
  }

  /** Takes a declaration, and returns what it hides, null for nothing. */
  @Nullable
  String declare(String prefix, String uri) {
    names.clear();
    String lower = uri.strip().toLowerCase(Locale.ROOT);
    return uris.put(prefix, lower.contains("backend.userland.com/rss") ? ATOM : lower);
  }

  /** Takes a declaration back. */
  void restore(String prefix, @Nullable String uri) {
    names.clear();
    if (uri == null)
      uris.remove(prefix);
    else
      uris.put(prefix, uri);
  }

  /** The namespace of elements without a prefix, empty for none. */
  String standard() {
    return uris.getOrDefault("", "");
  }

  /** Whether a prefix was used that nothing declares. */
  boolean sawUndeclared() {
    return undeclared;
  }

  /** The name with the usual prefix, in lower case. */
  String known(String name) {
    String known = names.get(name);
    if (known == null) {
      known = find(name);
      names.put(name, known);
    }
    return known;
  }

  private String find(String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String uri = uris.get(prefix);
    undeclared |= colon >= 0 && uri == null;
    String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    String usual = uri == null ? null : USUAL.get(uri);
    String chosen = usual == null ? prefix.toLowerCase(Locale.ROOT) : usual;
    return chosen.isEmpty() ? local : chosen + ":" + local;
  }
}
