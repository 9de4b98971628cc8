package io.fengsui.crawler.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Builds maps, lists and scalars out of JSON tokens. */
final class JsonTree {
  /** NaN and raw line breaks in texts are not JSON (RFC 8259), but are written, and cost a reader nothing. */
  static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Limits.DEPTH)
          .maxStringLength(Limits.TOKEN).maxNameLength(10_000).maxNumberLength(1_000).build())
      .build();

  private JsonTree() {}

  /** The value that begins at the current token. Its depth is bounded by the parser. */
  static @Nullable Object read(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> parser.getStringLength() < 19 ? (Object) parser.getLongValue() : parser.getString();
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_STRING -> parser.getString();
      case null, default -> null;
    };
  }

  /** Numbers keep the digits that the publisher wrote; NaN and infinity are no value. */
  private static @Nullable Object decimal(JsonParser parser) {
    return parser.isNaN() ? null : new BigDecimal(parser.getString());
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, read(parser));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    var list = new ArrayList<@Nullable Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY)
      list.add(read(parser));
    return list;
  }

  /** What is wrong, and where. */
  static String where(JacksonException e) {
    var at = e.getLocation();
    String message = String.valueOf(e.getOriginalMessage()).replaceAll("\\s*\\(?start marker at.*", "");
    return (message.length() > 200 ? message.substring(0, 200) + "…" : message)
        + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
  }
}
