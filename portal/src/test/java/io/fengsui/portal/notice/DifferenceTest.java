package io.fengsui.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void what_is_common_at_both_ends_is_told_once() {
    assertThat(Difference.between("may hurt users.", "may burn users."))
        .isEqualTo(new Difference("may ", "hurt", "burn", " users."));
  }

  @Test
  void texts_that_overlap_or_are_empty_are_told_apart() {
    assertThat(Difference.between("aaa", "aaaa")).isEqualTo(new Difference("aaa", "", "a", ""));
    assertThat(Difference.between("", "new")).isEqualTo(new Difference("", "", "new", ""));
  }

  @Test
  void a_character_of_two_code_units_is_not_cut() {
    assertThat(Difference.between("\uD83D\uDD25", "\uD83D\uDD26"))
        .isEqualTo(new Difference("", "\uD83D\uDD25", "\uD83D\uDD26", ""));
  }

  @Test
  void long_common_text_is_shortened() {
    assertThat(Difference.between("x".repeat(100) + "a", "x".repeat(100) + "b").lead()).hasSize(49).startsWith("…");
  }
}
