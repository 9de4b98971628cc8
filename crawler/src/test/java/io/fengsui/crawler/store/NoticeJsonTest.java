package io.fengsui.crawler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {
  @Test
  void every_field_comes_back() {
    Notice full = Samples.full("a", "G/TBT/N/EU/1100");
    assertThat(NoticeJson.notice(NoticeJson.text(full))).isEqualTo(full);
    Notice bare = Samples.bare("a", "1", "\"quoted\" \\ 召回 🔥");
    assertThat(NoticeJson.notice(NoticeJson.text(bare))).isEqualTo(bare);
  }

  @Test
  void what_is_empty_is_left_out() {
    assertThat(NoticeJson.text(Samples.bare("a", "1", "Toy recalled"))).isEqualTo(
        "{\"id\":{\"source\":\"a\",\"reference\":\"1\"},\"kind\":\"WARNING\",\"title\":\"Toy recalled\",\"text\":\"\",\"language\":\"und\"}");
  }

  @Test
  void fields_of_another_version_do_no_harm() {
    String other = "{\"id\":{\"source\":\"a\",\"reference\":\"1\",\"x\":1},\"kind\":\"RECALL\",\"title\":\"t\",\"text\":\"\","
        + "\"language\":\"en\",\"later\":{\"a\":[1]},\"products\":[{\"name\":\"n\"}]}";
    assertThat(NoticeJson.notice(other).measure()).isNull();
    assertThat(NoticeJson.notice(other).products())
        .containsExactly(new Product("n", null, null, null, List.of(), null));
  }

  @Test
  void the_key_of_the_content_does_not_depend_on_order() {
    Notice full = Samples.full("a", "1");
    Notice shuffled = new Notice(full.id(), full.kind(), full.title(), full.text(), full.language(), full.notifying(),
        full.origin(), full.markets().reversed(), full.products().reversed(), full.categories(),
        full.hazards().reversed(), full.publisherClass(), full.measures(), full.measure(), full.dates(),
        full.companies(), full.links(),
        full.other());
    assertThat(Canonical.key(shuffled)).isEqualTo(Canonical.key(full));
    assertThat(Canonical.key(Samples.full("a", "2"))).isNotEqualTo(Canonical.key(full));
  }
}
