package io.fengsui.indexer.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a page of results ended.
 *
 * @param order  of the hits; a cursor serves for no other
 * @param today  the day that ages were counted from on the first page, so that scores stay the same after midnight
 * @param sort   the last hit's score or date, a number as the engine gave it
 * @param number the last hit's number
 */
record Cursor(SearchRequest.Sort order, LocalDate today, JsonNode sort, long number) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A text that is safe in a URL. */
  String write() {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode().add(order.ordinal()).add(today.toEpochDay()).add(sort)
        .add(number);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Throws {@link IllegalArgumentException} where the text is no cursor of this order. */
  static Cursor read(String text, SearchRequest.Sort order) {
    try {
      JsonNode parts = text.length() > 200 ? JSON.nullNode() : JSON.readTree(Base64.getUrlDecoder().decode(text));
      boolean whole = parts.isArray() && parts.size() == 4 && parts.path(1).isInt() && parts.path(2).isNumber()
          && parts.path(3).canConvertToLong() && parts.path(3).isIntegralNumber();
      if (!whole || parts.path(0).asInt(-1) != order.ordinal())
        throw new IllegalArgumentException("not a cursor of this search: " + text);
      return new Cursor(order, LocalDate.ofEpochDay(parts.path(1).intValue()), parts.path(2),
          parts.path(3).longValue());
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("not a cursor of this search: " + text, e);
    }
  }
}
