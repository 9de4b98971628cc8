package io.fengsui.crawler.read;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the recordings of one source yield, read as a crawl reads them: index, documents or pages, then the page of each notice. */
final class SampleCrawl {
  private final Source source;
  private final List<Recordings.Recording> recordings;
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Recordings.Recording> used = new HashSet<>();

  private SampleCrawl(Source source, List<Recordings.Recording> recordings) {
    this.source = source;
    this.recordings = recordings;
  }

  /** The recordings are read in their order, so a revision stands behind what it revises. */
  static SampleCrawl of(Source source, List<Recordings.Recording> recordings) {
    var crawl = new SampleCrawl(source, recordings);
    FetchPlan.Follow follow = source.fetch().follow();
    if (follow == null)
      crawl.lists(source.fetch().url());
    else
      crawl.documents(follow);
    recordings.stream().filter(recording -> !crawl.used.contains(recording))
        .forEach(recording -> crawl.problems.add(recording.file() + " answers nothing that the source asks"));
    return crawl;
  }

  List<Notice> notices() {
    return notices;
  }

  /** Records rejected, responses broken, recordings that nothing asks for. */
  List<String> problems() {
    return problems;
  }

  private void lists(String template) {
    Pattern lists = filled(template);
    for (var recording : recordings)
      if (lists.matcher(recording.address()).matches())
        read(recording);
  }

  private void documents(FetchPlan.Follow follow) {
    var documents = new HashSet<String>();
    for (var recording : recordings)
      if (recording.address().equals(source.fetch().url()) && used.add(recording))
        documents.addAll(Readers.follow(source, recording.content()));
    for (var recording : recordings)
      if (documents.remove(recording.address()))
        read(recording);
    documents.forEach(document -> problems.add(document + " is in the index and was not recorded"));
  }

  private void read(Recordings.Recording recording) {
    used.add(recording);
    var result = Recordings.read(source, recording);
    result.found().forEach(found -> notices.add(whole(found)));
    result.rejected().forEach(rejected -> problems.add(recording.file() + ": " + rejected));
    if (!(result.end() instanceof Reading.End.Complete))
      problems.add(recording.file() + ": " + result.end());
  }

  private Notice whole(Reading.Found found) {
    if (found.detail() == null)
      return found.notice();
    Optional<Recordings.Recording> page = recordings.stream().filter(each -> each.address().equals(found.detail()))
        .findFirst();
    if (page.isEmpty())
      return found.notice();
    used.add(page.get());
    return Readers.detail(source, found.notice(), page.get().content());
  }

  private static Pattern filled(String template) {
    var regex = new StringBuilder();
    for (String part : template.split("\\{[^}]*}", -1))
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    return Pattern.compile(regex.toString());
  }
}
