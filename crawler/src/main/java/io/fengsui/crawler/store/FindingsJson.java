package io.fengsui.crawler.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fill counts and statements as JSON. */
final class FindingsJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private FindingsJson() {}

  static String write(Map<String, Integer> filled) {
    return MAPPER.writeValueAsString(filled);
  }

  static Map<String, Integer> filled(@Nullable String json) {
    return json == null ? Map.of() : MAPPER.readValue(json, COUNTS);
  }

  static String write(Statement statement) {
    return MAPPER.writeValueAsString(new Statement(statement.at(), statement.basis(), statement.published(),
        statement.read(), statement.complete(), statement.window(), statement.rejected(), statement.missing().stream()
            .map(each -> new Statement.Missing(Texts.clean(each.what()), Texts.clean(each.why()))).toList()));
  }

  static Statement statement(String json) {
    return MAPPER.readValue(json, Statement.class);
  }
}
