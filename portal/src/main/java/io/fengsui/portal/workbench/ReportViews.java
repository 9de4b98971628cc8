package io.fengsui.portal.workbench;

import io.fengsui.crawler.ProbeReport;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns reports into what the page shows. */
final class ReportViews {
  private final Words words;
  private final Times times;

  ReportViews(Words words, Times times) {
    this.words = words;
    this.times = times;
  }

  ReportView of(ProbeReport report) {
    var detail = report.detail();
    var cause = report.cause();
    return new ReportView(report.address(), answer(report.response()),
        words.say("bench.sum", words.number(report.read()), words.number(report.rejected())),
        cause == null ? "" : words.say("cause." + cause.code()), Markup.plain(report.message()),
        detail != null && detail.pages() > 0, fields(report), dead(report),
        report.problems().stream().map(problem -> new ReportView.Rejected(words.number(problem.count()),
            problem.problem(), Markup.plain(problem.excerpt()))).toList(),
        detail == null ? List.of() : detail.problems().stream().map(Markup::plain).toList(),
        report.notices().stream().map(notice -> NoticeRows.of(notice, words)).toList());
  }

  private String answer(ProbeReport.@Nullable Response response) {
    if (response == null)
      return "";
    return words.say("bench.answer", String.valueOf(response.status()),
        response.type() == null ? words.say("nothing") : Markup.plain(response.type()),
        words.say("size.bytes", words.number(response.bytes())), times.minuteWithZone(response.at()));
  }

  private List<FieldRow> fields(ProbeReport report) {
    var rows = new ArrayList<FieldRow>();
    if (report.read() == 0)
      return rows;
    Map<String, Double> pages = report.detail() == null ? Map.of() : report.detail().fill();
    var names = new LinkedHashSet<>(report.fill().keySet());
    names.addAll(pages.keySet());
    for (String field : names) {
      double share = report.fill().getOrDefault(field, 0.0);
      Double page = pages.get(field);
      rows.add(new FieldRow(FieldNames.of(field, words), share, percent(share), page == null ? "" : percent(page),
          Markup.plain(report.examples().getOrDefault(field, ""))));
    }
    return rows;
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
  }

  private List<ReportView.Dead> dead(ProbeReport report) {
    return report.dead().stream()
        .map(path -> new ReportView.Dead(path.lines().isEmpty() ? 0 : path.lines().getFirst(), path.path(),
            path.within() == null ? "" : path.within(), words.number(path.asked())))
        .toList();
  }
}
