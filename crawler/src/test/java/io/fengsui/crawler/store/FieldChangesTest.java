package io.fengsui.crawler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.notice.TradeMeasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldChangesTest {
  @Test
  void nothing_changed_is_no_change() {
    assertThat(FieldChanges.between(Samples.full("a", "1"), Samples.full("a", "1"))).isEmpty();
  }

  @Test
  void a_shuffled_list_is_no_change() {
    assertThat(change(List.of("Fire", "Burns"), List.of("Burns", "Fire"))).isEmpty();
  }

  @Test
  void another_hazard_is_material() {
    assertThat(change(List.of("Fire"), List.of("Fire", "Burns")))
        .containsExactly(new FieldChange("hazards", "Fire", "Fire; Burns", true));
  }

  @Test
  void typography_is_not_material() {
    assertThat(change(List.of("Fire &amp; burns"), List.of("FIRE  & Burns."))).singleElement()
        .returns(false, FieldChange::material);
    assertThat(change(List.of("ＦＩＲＥ"), List.of("fire"))).singleElement().returns(false, FieldChange::material);
  }

  @Test
  void a_decimal_point_is_not_typography() {
    assertThat(change(List.of("1.5 mg/kg"), List.of("15 mg/kg"))).singleElement().returns(true, FieldChange::material);
  }

  @Test
  void the_text_may_be_reworded_and_a_deadline_may_not() {
    assertThat(FieldChanges.between(notice("one", "1 May"), notice("two", "1 May"))).singleElement()
        .isEqualTo(new FieldChange("text", "one", "two", false));
    assertThat(FieldChanges.between(notice("one", "1 May"), notice("one", "2 May"))).singleElement()
        .isEqualTo(new FieldChange("dates.comment-deadline", "1 May", "2 May", true));
  }

  @Test
  void a_day_moves_materially_though_its_words_stay_and_its_notation_does_not() {
    assertThat(deadline("60 days", 19, "60 days", 20))
        .isEqualTo(new FieldChange("dates.comment-deadline", "60 days (2027-01-19)", "60 days (2027-01-20)", true));
    assertThat(deadline("19/01/2027", 19, "January 19, 2027", 19)).returns(false, FieldChange::material);
  }

  @Test
  void another_code_or_event_of_a_measure_is_material_and_a_keyword_is_not() {
    var changes = FieldChanges.between(measure("8507", TradeMeasure.Event.REGULAR, "cells"),
        measure("850760", TradeMeasure.Event.REVISION, "batteries"));
    assertThat(changes).extracting(FieldChange::field, FieldChange::material).containsExactly(
        tuple("measure.event", true), tuple("measure.hs", true), tuple("measure.keywords", false));
  }

  @Test
  void a_long_text_is_shown_by_its_beginning() {
    assertThat(FieldChanges.between(notice("a", "x"), notice("b".repeat(50_000), "x")).getFirst().after())
        .hasSize(10_000)
        .endsWith("…");
  }

  private static List<FieldChange> change(List<String> before, List<String> after) {
    return FieldChanges.between(notice(before), notice(after));
  }

  private static FieldChange deadline(String before, int dayBefore, String after, int dayAfter) {
    return FieldChanges.between(due(before, dayBefore), due(after, dayAfter)).getFirst();
  }

  private static Notice due(String words, int day) {
    return notice(null, Map.of(DateRole.COMMENT_DEADLINE, GivenDate.day(words, LocalDate.of(2027, 1, day))));
  }

  private static Notice measure(String hs, TradeMeasure.Event event, String keyword) {
    return notice(new TradeMeasure("s", List.of("s"), event, "TBT", List.of(new TradeMeasure.Code(hs, null)), List.of(),
        List.of(), List.of(keyword), null), Map.of());
  }

  private static Notice notice(TradeMeasure measure, Map<DateRole, GivenDate> dates) {
    return new Notice(new NoticeId("a", "1"), Kind.MEASURE, "title", "", "en", List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), null, List.of(), measure, dates, List.of(), List.of(), Map.of());
  }

  private static Notice notice(List<String> hazards) {
    return new Notice(new NoticeId("a", "1"), Kind.RECALL, "title", "", "en", List.of(), List.of(), List.of(),
        List.of(),
        List.of(), hazards, null, List.of(), null, Map.of(), List.of(), List.of(), Map.of());
  }

  private static Notice notice(String text, String deadline) {
    return new Notice(new NoticeId("a", "1"), Kind.MEASURE, "title", text, "en", List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), null, List.of(), null,
        Map.of(DateRole.COMMENT_DEADLINE, GivenDate.words(deadline)), List.of(), List.of(), Map.of());
  }
}
