package io.fengsui.portal.search;

import io.fengsui.indexer.query.SearchField;
import io.fengsui.indexer.query.SearchRequest.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of searches: all that a search is stands in them. */
public final class SearchAddress {
  private SearchAddress() {}

  /** The first page of a query, in the usual order. */
  public static String of(String query) {
    return of(query, null, null);
  }

  /** The notices that have that value in that field. */
  public static String of(SearchField field, String value) {
    return of(with("", field, value));
  }

  static String of(String query, @Nullable Sort sort, @Nullable String after) {
    StringBuilder address = new StringBuilder("/");
    add(address, "q", query.isBlank() ? null : query.strip());
    add(address, "sort", sort == null ? null : sort.name().toLowerCase(Locale.ROOT));
    add(address, "after", after);
    return address.toString();
  }

  /** The query text, narrowed to a value of a field. */
  static String with(String query, SearchField field, String value) {
    boolean plain = value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
    String restriction = field.code() + ":" + (plain ? value : '"' + value.replace("\"", " ") + '"');
    if (query.isBlank())
      return restriction;
    return (alternatives(query) ? "(" + query.strip() + ")" : query.strip()) + " " + restriction;
  }

  /** Whether an OR stands outside of parentheses and quotes: a word set beside it would belong to its last part only. */
  private static boolean alternatives(String query) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '(' || c == ')'))
        depth += c == '(' ? 1 : -1;
      else if (!quoted && depth == 0 && query.startsWith(" OR ", i))
        return true;
    }
    return false;
  }

  private static void add(StringBuilder address, String name, @Nullable String value) {
    if (value != null)
      address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
          .append(UriUtils.encode(value, StandardCharsets.UTF_8));
  }
}
