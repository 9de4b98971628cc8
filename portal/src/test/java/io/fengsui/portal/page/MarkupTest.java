package io.fengsui.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void marks_become_elements_and_all_else_is_escaped() {
    assertThat(Markup.marked("<b>\uE000lithium\uE001 & \"cell\"'s"))
        .isEqualTo("&lt;b&gt;<mark>lithium</mark> &amp; &quot;cell&quot;&#39;s");
  }

  @Test
  void marks_that_a_publisher_forged_stay_balanced() {
    assertThat(Markup.marked("\uE001a\uE000b\uE000c")).isEqualTo("a<mark>bc</mark>");
  }

  @Test
  void characters_that_turn_the_text_around_are_left_out() {
    assertThat(Markup.marked("a\u202Egnp.exe\u2066b")).isEqualTo("agnp.exeb");
    assertThat(Markup.plain("a\u202Eb\u0000\nc")).isEqualTo("ab\nc");
  }
}
