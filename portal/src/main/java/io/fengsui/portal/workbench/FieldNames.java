package io.fengsui.portal.workbench;

import io.fengsui.portal.page.Words;
import java.util.Map;

/** Names of fields for a visitor. */
final class FieldNames {
  private static final Map<String, String> KEYS = Map.of("category", "categories", "hazard", "hazards",
      "publisherClass", "class");

  private FieldNames() {}

  /** The name of a field of a notice, or of a fill rate such as {@code date.published}; its key where it has none. */
  static String of(String field, Words words) {
    if (field.startsWith("product."))
      return words.say("field.products") + " · " + words.sayOr(field, field.substring(8));
    if (field.indexOf('.') > 0)
      return words.sayOr(field, field.substring(field.indexOf('.') + 1));
    String key = KEYS.getOrDefault(field, field);
    return words.sayOr("field." + key, key);
  }
}
