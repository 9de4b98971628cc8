package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.read.PathTally;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what one response, and the own pages of some of its notices, would yield. */
final class Sample {
  private static final int PROBLEMS = 5;
  /** Own pages asked for: each is a request to the publisher. */
  private static final int PAGES = 3;

  private final Source source;
  private final int most;
  private final FillRates fill = new FillRates();
  private final FillRates detailed = new FillRates();
  private final PathTally paths = new PathTally();
  private final List<Notice> first = new ArrayList<>();
  private final List<Reading.Found> pages = new ArrayList<>();
  private final List<String> pageProblems = new ArrayList<>();
  private final Map<String, ProbeReport.Problem> problems = new LinkedHashMap<>();
  private int rejected;

  /** @param most notices kept whole */
  Sample(Source source, int most) {
    this.source = source;
    this.most = most;
  }

  Reading.End read(Fetched.Content content) {
    return Readers.read(source, content, this::add, paths);
  }

  private void add(Reading reading) {
    switch (reading) {
      case Reading.Found found -> add(found);
      case Reading.Rejected(var problem, var excerpt) -> {
        rejected++;
        if (problems.size() < PROBLEMS || problems.containsKey(problem))
          problems.merge(problem, new ProbeReport.Problem(problem, 1, excerpt),
              (one, other) -> new ProbeReport.Problem(problem, one.count() + 1, one.excerpt()));
      }
    }
  }

  private void add(Reading.Found found) {
    fill.add(found.notice());
    if (first.size() < most)
      first.add(found.notice());
    if (found.detail() != null && pages.size() < PAGES)
      pages.add(found);
  }

  /** The notices whose own pages are to be asked for. */
  List<Reading.Found> pages() {
    return List.copyOf(pages);
  }

  void page(Notice notice, Fetched.Content page) {
    Notice whole = Readers.detail(source, notice, page, paths);
    detailed.add(whole);
    first.replaceAll(each -> each == notice ? whole : each);
  }

  void noPage(String problem) {
    pageProblems.add(problem);
  }

  ProbeReport report(Fetched.Content content, Reading.End end) {
    var cut = content.cut();
    @Nullable
    Cause cause = cut != null ? cut.cause() : end instanceof Reading.End.Broken broken ? broken.cause() : null;
    String message = cut != null ? cut.message() : end instanceof Reading.End.Broken broken ? broken.message() : "";
    return new ProbeReport(source.id(), content.address(), ProbeReport.Response.of(content), cause, message,
        fill.notices(), rejected, List.copyOf(problems.values()), fill.shares(), examples(), dead(), detail(), first);
  }

  private Map<String, String> examples() {
    var all = new LinkedHashMap<>(fill.examples());
    detailed.examples().forEach(all::putIfAbsent);
    return all;
  }

  private List<ProbeReport.DeadPath> dead() {
    return paths.uses().stream().filter(use -> use.found() == 0)
        .map(use -> new ProbeReport.DeadPath(use.path(), use.within(), use.asked(), List.of())).toList();
  }

  private ProbeReport.@Nullable Detail detail() {
    return source.read().detail() == null
        ? null
        : new ProbeReport.Detail(detailed.notices(), pageProblems,
            detailed.notices() == 0 ? Map.of() : detailed.shares());
  }
}
