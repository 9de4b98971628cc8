package io.fengsui.portal.stage;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.store.Revision;
import io.fengsui.indexer.query.Hit;
import io.fengsui.indexer.query.Query;
import io.fengsui.indexer.query.SearchField;
import io.fengsui.indexer.query.SearchRequest;
import io.fengsui.indexer.query.SearchResult;
import io.fengsui.indexer.taxonomy.PartnerNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the examples by a query: word by word, without an index. */
public final class Shelf {
  private final List<List<Revision>> notices = Examples.all();
  private final PartnerNames partners;
  private volatile boolean away;

  public Shelf(PartnerNames partners) {
    this.partners = partners;
  }

  /** From now on the shelf answers as an engine that is gone. */
  public void away(boolean gone) {
    away = gone;
  }

  public List<Revision> revisions(NoticeId id) {
    return notices.stream().filter(revisions -> revisions.getFirst().notice().id().equals(id)).findFirst()
        .orElse(List.of());
  }

  public SearchResult search(SearchRequest request) {
    if (away)
      throw new UncheckedIOException(new IOException("connection refused"));
    List<Notice> found = notices.stream().map(revisions -> revisions.getFirst().notice())
        .filter(notice -> matches(request.query(), notice)).sorted(Comparator.comparing(Shelf::day).reversed())
        .toList();
    int from = request.after() == null ? 0 : Integer.parseInt(request.after());
    int to = Math.min(found.size(), from + request.size());
    List<Hit> hits = found.subList(from, to).stream().map(notice -> hit(notice, words(request.query()))).toList();
    List<SearchResult.Facet> facets = request.facets() ? facets(found) : List.of();
    return new SearchResult(found.size(), 7, hits, facets, to < found.size() ? "" + to : null);
  }

  private List<SearchResult.Facet> facets(List<Notice> found) {
    return List.of(facet(SearchField.KIND, found), facet(SearchField.BY, found), facet(SearchField.ORIGIN, found),
        facet(SearchField.SOURCE, found), facet(SearchField.LANG, found), facet(SearchField.YEAR, found));
  }

  private SearchResult.Facet facet(SearchField field, List<Notice> found) {
    Map<String, Long> counts = found.stream().flatMap(notice -> values(field, notice).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long missing = found.stream().filter(notice -> values(field, notice).isEmpty()).count();
    return new SearchResult.Facet(field,
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .map(count -> new SearchResult.Count(count.getKey(), count.getValue())).toList(),
        0, missing);
  }

  private boolean matches(Query query, Notice notice) {
    return switch (query) {
      case Query.And and -> and.parts().stream().allMatch(part -> matches(part, notice));
      case Query.Or or -> or.parts().stream().anyMatch(part -> matches(part, notice));
      case Query.Not not -> !matches(not.part(), notice);
      case Query.Word word -> contains(notice, word.text());
      case Query.Phrase phrase -> contains(notice, phrase.text());
      case Query.Meaning meaning -> contains(notice, meaning.text());
      case Query.Field field -> values(field.field(), notice).stream().anyMatch(field.value()::equalsIgnoreCase);
      default -> true;
    };
  }

  private List<String> values(SearchField field, Notice notice) {
    return switch (field) {
      case KIND -> List.of(notice.kind().code());
      case BY -> codes(notice.notifying());
      case ORIGIN -> codes(notice.origin());
      case SOURCE -> List.of(notice.id().source());
      case LANG -> List.of(notice.language());
      case YEAR -> List.of(day(notice).substring(0, 4));
      default -> List.of();
    };
  }

  private List<String> codes(List<String> given) {
    return given.stream().map(name -> partners.code(name).orElse(name)).toList();
  }

  private static boolean contains(Notice notice, String text) {
    return (notice.title() + " " + notice.text()).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static String day(Notice notice) {
    return notice.published().orElseThrow().date().toString();
  }

  private Hit hit(Notice notice, List<String> words) {
    return new Hit(1, notice.id(), notice.kind(), mark(notice.title(), words), mark(notice.text(), words),
        notice.language(), codes(notice.notifying()), codes(notice.origin()), notice.published().orElseThrow().date(),
        notice.publisherClass(), List.of(), notice.categories(), notice.hazards(), notice.measures(),
        notice.page().orElse(null), 1);
  }

  private static String mark(String text, List<String> words) {
    String marked = text;
    for (String word : words)
      marked = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE).matcher(marked)
          .replaceAll(Hit.MARK + "$0" + Hit.UNMARK);
    return marked;
  }

  private static List<String> words(Query query) {
    return switch (query) {
      case Query.And and -> and.parts().stream().flatMap(part -> words(part).stream()).toList();
      case Query.Or or -> or.parts().stream().flatMap(part -> words(part).stream()).toList();
      case Query.Word word -> Arrays.asList(word.text());
      case Query.Phrase phrase -> List.of(phrase.text());
      case Query.Meaning meaning -> List.of(meaning.text());
      default -> List.of();
    };
  }
}
