package io.fengsui.crawler.feed;

import io.fengsui.crawler.clean.DateFormats;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.notice.GivenDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the elements of an item, or those beside the items, say. For one item, by one thread. */
final class Facts {
  /** Without a zone a feed means UTC. */
  private static final DateFormats DATES = DateFormats.of(List.of("loose"), Locale.ENGLISH, ZoneOffset.UTC);
  /** Parts with titles and links of their own. */
  private static final Set<String> APART = Set.of("image", "textinput", "source", "contributor", "dc:contributor",
      "itunes:owner", "webmaster", "dc:publisher", "svg", "svg:svg", "math", "math:math", "cloud", "skiphours",
      "skipdays");
  private static final Pattern BROKEN_REFERENCE = Pattern.compile("&([A-Za-z0-9_]+);");
  private final boolean item;
  private final boolean atom;
  private final boolean strips;
  private final @Nullable String base;
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> categories = new LinkedHashSet<>();
  private final List<String> contents = new ArrayList<>();
  private int titleDepth = -1;
  private boolean hasContent;

  /** @param base what addresses are relative to where the feed does not say */
  private Facts(boolean item, boolean atom, boolean strips, @Nullable String base) {
    this.item = item;
    this.atom = atom;
    this.strips = strips;
    this.base = base;
  }

  static FeedEntry entry(FeedElement element, FeedElement root, @Nullable String base) {
    boolean atom = root.known().equals("feed") || root.known().equals("entry");
    var facts = new Facts(true, atom, isAtom10(root), base);
    String about = element.attribute("about");
    if (about != null)
      facts.values.put("id", about);
    facts.attributes(element);
    facts.read(element, 1);
    return facts.entry();
  }

  /** What stands beside the items. */
  static Facts channel(FeedElement root, @Nullable String base) {
    var facts = new Facts(false, root.known().equals("feed"), isAtom10(root), base);
    if (root.language() != null)
      facts.values.put("language", root.language().replace('_', '-'));
    facts.attributes(root);
    facts.read(root, 1);
    return facts;
  }

  private static boolean isAtom10(FeedElement root) {
    for (int i = 0; i < root.attributes().length; i += 2)
      if (root.attributes()[i].startsWith("xmlns") && root.attributes()[i + 1].equalsIgnoreCase(Namespaces.ATOM))
        return root.known().equals("feed") || root.known().equals("entry");
    return false;
  }

  @Nullable
  String value(String name) {
    return values.get(name);
  }

  private FeedEntry entry() {
    return new FeedEntry(value("id"), value("title"), value("link"),
        date(value("published") == null ? value("created") : value("published")), date(value("updated")),
        authors.isEmpty() ? null : String.join(", ", authors), value("summary"),
        contents.isEmpty() ? null : contents.getFirst(), List.copyOf(categories));
  }

  private static @Nullable String date(@Nullable String given) {
    if (given == null || given.isEmpty())
      return null;
    GivenDate date = DATES.read(PlainText.line(given));
    if (date.instant() != null)
      return date.instant().toString();
    return date.date() == null ? given : date.date().atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }

  /** CDF and RSS 3 dialects have some as attributes. */
  private void attributes(FeedElement element) {
    String modified = element.attribute("lastmod");
    if (modified != null)
      values.put("updated", modified);
    String href = element.attribute("href");
    if (href != null)
      values.put("link", resolve(element, href));
  }

  private void read(FeedElement parent, int depth) {
    for (Object child : parent.content())
      if (child instanceof FeedElement element && !APART.contains(element.known()))
        read(element, element.known(), depth);
  }

  private void read(FeedElement element, String known, int depth) {
    switch (known) {
      case "title", "dc:title" -> title(element, depth, true);
      case "media:title" -> title(element, depth, false);
      case "link" -> link(element);
      case "guid", "id" -> id(element, depth);
      case "pubdate", "published", "issued", "dcterms:issued" -> put("published", plain(element), depth);
      case "updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified" ->
        put("updated", plain(element), depth);
      case "created", "dcterms:created" -> put("created", plain(element), depth);
      case "author", "managingeditor", "dc:creator", "dc:author", "itunes:author" -> author(element);
      case "description", "dc:description", "media:description" -> summary(element, "text/html", depth);
      case "summary", "itunes:summary", "abstract" -> summary(element, "text/plain", depth);
      case "content" -> content(element, "text/plain");
      case "content:encoded", "fullitem" -> content(element, "text/html");
      case "body", "xhtml:body" -> content(element, "application/xhtml+xml");
      case "language", "dc:language" -> put("language", plain(element), depth);
      case "category", "keywords", "dc:subject", "media:category", "itunes:category" -> category(element, depth);
      case "itunes:keywords", "media:keywords", "tags" -> List.of(plain(element).split(",")).forEach(this::category);
      case "channel" -> {
        attributes(element);
        if (element.language() != null)
          values.putIfAbsent("language", element.language());
        read(element, depth + 1);
      }
      default -> read(element, depth + 1);
    }
  }

  private static String plain(FeedElement element) {
    return FeedText.mended(element.ownText().strip());
  }

  private void put(String name, String value, int depth) {
    if (value.isEmpty() && values.containsKey(name))
      return;
    // The nearest to the item wins, then the last.
    if (!item || depth <= depths.getOrDefault(name, depth)) {
      depths.put(name, depth);
      values.put(name, value);
    }
  }

  /** Of titles the first and nearest counts; one of a picture or film only where there is no other. */
  private void title(FeedElement element, int depth, boolean own) {
    String title = FeedText.of(element, "text/plain", atom, strips, base).text();
    if (titleDepth >= 0 && titleDepth <= depth)
      return;
    put("title", title, own ? depth : depth + 1);
    if (own && !title.isEmpty())
      titleDepth = depth;
  }

  private void link(FeedElement element) {
    String rel = element.attribute("rel", "alternate");
    String type = element.attribute("type", rel.equals("self") ? "application/atom+xml" : "text/html");
    boolean page = rel.equals("alternate") && (type.contains("html") || type.isEmpty());
    String given = element.attribute("href") == null ? element.attribute("url") : element.attribute("href");
    if (given == null)
      given = BROKEN_REFERENCE.matcher(plain(element).replace("&amp;", "&")).replaceAll("&$1");
    else if (!page)
      return;
    if (!given.isBlank() && (page || !values.containsKey("link")))
      values.put("link", resolve(element, given));
  }

  private String resolve(FeedElement element, String given) {
    return Addresses.resolve(element.base() == null ? base : element.base(), given.strip());
  }

  private void id(FeedElement element, int depth) {
    boolean address = element.attribute("ispermalink", "true").equals("true");
    String id = plain(element);
    put("id", address && !id.isEmpty() ? resolve(element, id) : id, depth);
    if (address && !id.isEmpty())
      values.putIfAbsent("link", resolve(element, id));
  }

  private void author(FeedElement element) {
    String name = part(element, "name");
    String email = part(element, "email");
    String author = !name.isEmpty() && !email.isEmpty() ? name + " (" + email + ")" : name + email;
    String text = author.isEmpty() ? plain(element) : author;
    if (!text.isEmpty())
      authors.add(text);
  }

  private static String part(FeedElement author, String local) {
    for (Object child : author.content())
      if (child instanceof FeedElement element && element.local().equalsIgnoreCase(local))
        return plain(element);
    return "";
  }

  /** A second description is the content, unless there is one. */
  private void summary(FeedElement element, String type, int depth) {
    if (!item)
      return;
    if (values.containsKey("summary") && !hasContent)
      content(element, "text/plain".equals(type) ? type : "text/html");
    else
      put("summary", FeedText.of(element, type, atom, strips, base).text(), depth);
  }

  private void content(FeedElement element, String type) {
    hasContent |= !type.equals("application/xhtml+xml");
    var value = FeedText.of(element, type, atom, strips, base);
    contents.add(value.text());
    if (value.readable())
      values.putIfAbsent("summary", value.text());
  }

  private void category(FeedElement element, int depth) {
    String term = element.attribute("term") == null ? element.attribute("text") : element.attribute("term");
    String text = plain(element);
    category(term == null ? "" : term);
    category(text);
    read(element, depth + 1);
  }

  private void category(String term) {
    if (!term.isBlank())
      categories.add(term.strip());
  }
}
