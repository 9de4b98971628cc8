package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a table: names are compared without regard to case and white space; the first of two equal ones counts. */
final class CsvHeader {
  private final List<String> names;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Integer> asked = new LinkedHashMap<>();

  CsvHeader(List<String> names) {
    this.names = new ArrayList<>(names);
    for (int i = 0; i < names.size(); i++)
      places.putIfAbsent(plain(names.get(i)), i);
  }

  private static String plain(String name) {
    return PlainText.line(name).toLowerCase(Locale.ROOT);
  }

  int size() {
    return names.size();
  }

  /** The place of a column, negative where there is none. */
  int place(String name) {
    return asked.computeIfAbsent(name, each -> places.getOrDefault(plain(each), -1));
  }

  /** What is wrong when none of the columns of one list is there, null where nothing is. */
  @Nullable
  String missing(List<List<String>> needed) {
    for (List<String> columns : needed)
      if (!columns.isEmpty() && columns.stream().allMatch(column -> place(column) < 0))
        return "no column " + String.join(" or ", columns) + "; the columns are "
            + names.stream().limit(40).map(PlainText::line).toList();
    return null;
  }
}
