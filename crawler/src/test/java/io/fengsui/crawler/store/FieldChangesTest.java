package io.fengsui.crawler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
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
  void a_long_text_is_shown_by_its_beginning() {
    assertThat(FieldChanges.between(notice("a", "x"), notice("b".repeat(50_000), "x")).getFirst().after())
        .hasSize(10_000)
        .endsWith("…");
  }

  private static List<FieldChange> change(List<String> before, List<String> after) {
    return FieldChanges.between(notice(before), notice(after));
  }

  private static Notice notice(List<String> hazards) {
    return new Notice(new NoticeId("a", "1"), Kind.RECALL, "title", "", "en", List.of(), List.of(), List.of(),
        List.of(),
        List.of(), hazards, null, List.of(), Map.of(), List.of(), List.of(), Map.of());
  }

  private static Notice notice(String text, String deadline) {
    return new Notice(new NoticeId("a", "1"), Kind.MEASURE, "title", text, "en", List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), null, List.of(),
        Map.of(DateRole.COMMENT_DEADLINE, GivenDate.words(deadline)), List.of(), List.of(), Map.of());
  }
}
