package io.fengsui.portal.api;

import io.fengsui.indexer.query.Hit;
import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchResult;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.NoticeAddress;
import io.fengsui.portal.search.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search answers.
 *
 * @param total all hits, exactly
 * @param took  milliseconds in the engine
 * @param next  cursor of the next page, null on the last
 */
record SearchJson(long total, long took, List<HitJson> hits, List<FacetJson> facets, List<ChipJson> chips,
    @Nullable String next) {
  static SearchJson of(Answer.Found found) {
    SearchResult result = found.result();
    return new SearchJson(result.total(), result.tookMillis(), result.hits().stream().map(HitJson::of).toList(),
        result.facets().stream().map(FacetJson::of).toList(),
        found.understood().chips().stream().map(ChipJson::of).toList(), result.next());
  }

  /**
   * A notice found.
   *
   * @param titleHtml   title and snippet escaped, matches in {@code <mark>}
   * @param href        its page in this portal
   * @param page        the publisher's own page, null where there is none
   */
  record HitJson(String source, String reference, String kind, String title, String titleHtml, String snippetHtml,
      String language, List<String> notifying, List<String> origin, @Nullable String published,
      @Nullable String publisherClass, List<String> products, List<String> categories, List<String> hazards,
      List<String> measures, String href, @Nullable String page, int revision) {
    private static HitJson of(Hit hit) {
      return new HitJson(hit.id().source(), hit.id().reference(), hit.kind().code(), Markup.plain(hit.title()),
          Markup.marked(hit.title()), Markup.marked(hit.snippet()), hit.language(), hit.notifying(), hit.origin(),
          hit.published() == null ? null : hit.published().toString(), hit.publisherClass(), hit.products(),
          hit.categories(), hit.hazards(), hit.measures(), NoticeAddress.of("/notice", hit.id()), hit.page(),
          hit.revision());
    }
  }

  /** Counts of a field's values; {@code others} beyond those listed, {@code missing} without a value. */
  record FacetJson(String field, List<SearchResult.Count> counts, long others, long missing) {
    private static FacetJson of(SearchResult.Facet facet) {
      return new FacetJson(facet.field().code(), facet.counts(), facet.others(), facet.missing());
    }
  }

  /** How a part of the query was understood. */
  record ChipJson(String text, @Nullable String field, String code, int labels, String without,
      @Nullable String literal) {
    private static ChipJson of(Parsed.Chip chip) {
      return new ChipJson(chip.text(), chip.field() == null ? null : chip.field().code(), chip.code(), chip.labels(),
          chip.without(), chip.literal());
    }
  }
}
