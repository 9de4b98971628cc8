package io.fengsui.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.indexer.query.SearchField;
import io.fengsui.indexer.query.SearchRequest.Sort;
import org.junit.jupiter.api.Test;

class SearchAddressTest {
  @Test
  void everything_about_a_search_stands_in_its_address() {
    assertThat(SearchAddress.of("电池 & x", Sort.DATE, "a=b"))
        .isEqualTo("/?q=%E7%94%B5%E6%B1%A0%20%26%20x&sort=date&after=a%3Db");
    assertThat(SearchAddress.of("", null, null)).isEqualTo("/");
  }

  @Test
  void a_value_narrows_the_whole_query() {
    assertThat(SearchAddress.with("battery", SearchField.BY, "DE")).isEqualTo("battery by:DE");
    assertThat(SearchAddress.with("toy OR doll", SearchField.BY, "DE")).isEqualTo("(toy OR doll) by:DE");
    assertThat(SearchAddress.with("(toy OR doll) \"a OR b\"", SearchField.BY, "DE"))
        .isEqualTo("(toy OR doll) \"a OR b\" by:DE");
    assertThat(SearchAddress.with("", SearchField.BY, "Some Land")).isEqualTo("by:\"Some Land\"");
  }
}
