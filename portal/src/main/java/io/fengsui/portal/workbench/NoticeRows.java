package io.fengsui.portal.workbench;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A notice field by field, whatever fields a notice has. */
final class NoticeRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 1_500;

  private NoticeRows() {}

  /** A field and its values. */
  record Row(String label, List<String> values) {}

  /** The notice's title and fields, those that it has. */
  record Shown(String title, List<Row> rows) {}

  static Shown of(Notice notice, Words words) {
    var rows = new ArrayList<Row>();
    rows.add(new Row(words.say("field.reference"), List.of(Markup.plain(notice.id().reference()))));
    JsonNode tree = JSON.valueToTree(notice);
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      List<String> values = new ArrayList<>();
      if (field.getKey().equals("kind"))
        values.add(words.say("kind." + notice.kind().code()));
      else if (!field.getKey().equals("id") && !field.getKey().equals("title"))
        values(field.getValue(), values, words);
      if (!values.isEmpty())
        rows.add(new Row(FieldNames.of(field.getKey(), words), values));
    }
    return new Shown(Markup.plain(notice.title()), rows);
  }

  private static void values(JsonNode node, List<String> values, Words words) {
    if (node.isArray())
      node.forEach(each -> add(each, "", values));
    else if (node.isObject())
      node.properties().forEach(each -> add(each.getValue(), name(each.getKey(), words) + ": ", values));
    else
      add(node, "", values);
  }

  private static void add(JsonNode node, String before, List<String> values) {
    String text = flat(node);
    if (!text.isEmpty())
      values.add(Markup.plain(before + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)));
  }

  /** Of a date, or of another field that the publisher alone has. */
  private static String name(String key, Words words) {
    String code = key.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.sayOr("date." + code, words.sayOr("other." + code, code));
  }

  /** The texts in a value, in their order. */
  private static String flat(JsonNode node) {
    if (node.isValueNode())
      return node.isNull() || node.isBoolean() ? "" : node.asString();
    var parts = new ArrayList<String>();
    node.forEach(each -> {
      String part = flat(each);
      if (!part.isEmpty())
        parts.add(part);
    });
    return String.join(" · ", parts);
  }
}
