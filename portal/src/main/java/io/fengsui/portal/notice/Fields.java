package io.fengsui.portal.notice;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.portal.notice.NoticeView.Group;
import io.fengsui.portal.notice.NoticeView.Row;
import io.fengsui.portal.notice.NoticeView.Value;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the fields of a notice into groups; what the publisher did not give is left out. */
final class Fields {
  private final Naming naming;
  private final Words words;
  private final Times times;
  private final Measures measures;

  Fields(Naming naming, Words words, Times times) {
    this.naming = naming;
    this.words = words;
    this.times = times;
    this.measures = new Measures(words);
  }

  List<Group> groups(Notice notice) {
    return Stream
        .of(group("identity", identity(notice)), group("meaning", meaning(notice)),
            group("measure", notice.measure() == null ? List.of() : measures.rows(notice.measure())),
            group("dates", dates(notice)),
            group("companies", companies(notice)), group("links", links(notice)), group("other", other(notice)))
        .filter(group -> !group.rows().isEmpty()).toList();
  }

  private Group group(String key, List<Row> rows) {
    return new Group(words.say("group." + key), rows.stream().filter(row -> !row.values().isEmpty()).toList());
  }

  private List<Row> identity(Notice notice) {
    String source = notice.id().source();
    String language = naming.language(notice.language(), words.locale());
    return List.of(
        row("source", List.of(new Value(naming.source(source, words.locale()), "", "/sources/" + source, false,
            false))),
        row("reference", own(List.of(notice.id().reference()))), row("notifying", partners(notice.notifying())),
        row("origin", partners(notice.origin())), row("markets", partners(notice.markets())),
        row("class", notice.publisherClass() == null ? List.of() : own(List.of(notice.publisherClass()))),
        row("language", language.isEmpty() ? List.of() : List.of(value(language))));
  }

  private List<Row> meaning(Notice notice) {
    return List.of(row("categories", own(notice.categories())), row("hazards", own(notice.hazards())),
        row("measures", own(notice.measures())));
  }

  private List<Row> dates(Notice notice) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<DateRole, GivenDate> date : notice.dates().entrySet())
      rows.add(new Row(words.say("date." + date.getKey().code()), List.of(date(date.getValue()))));
    return rows;
  }

  /** A day as a day, a moment in the visitor's zone, words as words; and what was given, where that looks different. */
  private Value date(GivenDate date) {
    String shown = date.instant() != null
        ? times.minuteWithZone(date.instant())
        : date.date() != null ? date.date().toString() : "";
    String given = Markup.plain(date.given());
    if (shown.isEmpty())
      return new Value(given, "", "", false, true);
    return new Value(shown, given.equals(shown) ? "" : words.say("date.given", given), "", false, false);
  }

  private List<Row> companies(Notice notice) {
    List<Row> rows = new ArrayList<>();
    for (Company.Role role : Company.Role.values())
      rows.add(new Row(words.say("company." + role.code()), own(
          notice.companies().stream().filter(company -> company.role() == role).map(Company::name).toList())));
    return rows;
  }

  private List<Row> links(Notice notice) {
    List<Row> rows = new ArrayList<>();
    for (Link.Rel rel : Link.Rel.values())
      rows.add(new Row(words.say("link." + rel.code()), notice.links().stream().filter(link -> link.rel() == rel)
          .map(link -> new Value(link.uri(), "", link.uri(), true, false)).toList()));
    return rows;
  }

  private List<Row> other(Notice notice) {
    List<Row> rows = new ArrayList<>();
    notice.other().forEach((name, text) -> rows
        .add(new Row(words.sayOr("other." + name, Markup.plain(name)), own(List.of(text)))));
    return rows;
  }

  private Row row(String field, List<Value> values) {
    return new Row(words.say("field." + field), values);
  }

  private List<Value> partners(List<String> given) {
    return given.stream().map(this::partner).toList();
  }

  private Value partner(String given) {
    String name = naming.given(given, words.locale());
    String plain = Markup.plain(given);
    return new Value(name, name.equals(plain) || plain.length() == 2 ? "" : plain, "", false, false);
  }

  static List<Value> own(List<String> texts) {
    return texts.stream().map(text -> new Value(Markup.plain(text), "", "", false, true)).toList();
  }

  private static Value value(String text) {
    return new Value(text, "", "", false, false);
  }
}
