package io.fengsui.portal.search;

import io.fengsui.indexer.query.Hit;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.NoticeAddress;
import io.fengsui.portal.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns hits into what the list shows. */
final class ResultViews {
  /** More names than these do not help to tell notices apart; the page of the notice has all. */
  private static final int NAMES = 3;
  private static final int TERMS = 4;

  private final Naming naming;
  private final Words words;
  private final Locale locale;

  ResultViews(Naming naming, Words words) {
    this.naming = naming;
    this.words = words;
    this.locale = words.locale();
  }

  List<ResultView> of(List<Hit> hits) {
    return hits.stream().map(this::of).toList();
  }

  private ResultView of(Hit hit) {
    String published = hit.published() == null ? "" : hit.published().toString();
    return new ResultView(hit.kind().code(), words.say("kind." + hit.kind().code()), phrase("by", hit.notifying()),
        phrase("from", hit.origin()), hit.publisherClass() == null ? "" : Markup.plain(hit.publisherClass()), published,
        naming.source(hit.id().source(), locale), Markup.plain(hit.id().reference()),
        NoticeAddress.of("/notice", hit.id()), NoticeAddress.of("/preview", hit.id()), Naming.attribute(hit.language()),
        Markup.marked(hit.title()), Markup.marked(hit.snippet()), tags(hit));
  }

  private String phrase(String key, List<String> partners) {
    if (partners.isEmpty())
      return "";
    List<String> first = partners.stream().limit(NAMES).toList();
    String names = words.join(naming.partners(first, locale));
    return words.say("hit." + key, partners.size() > NAMES ? words.say("list.more", names, partners.size()) : names);
  }

  private List<ResultView.Tag> tags(Hit hit) {
    List<ResultView.Tag> tags = new ArrayList<>();
    add(tags, "field.products", hit.products());
    add(tags, "field.categories", hit.categories());
    add(tags, "field.hazards", hit.hazards());
    add(tags, "field.measures", hit.measures());
    return tags;
  }

  private void add(List<ResultView.Tag> tags, String label, List<String> values) {
    if (!values.isEmpty())
      tags.add(new ResultView.Tag(words.say(label), values.stream().limit(TERMS).map(Markup::plain).toList()));
  }
}
