package io.fengsui.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.NoticeId;
import org.junit.jupiter.api.Test;

class NoticeAddressTest {
  @Test
  void slashes_stay_and_the_rest_is_encoded() {
    assertThat(NoticeAddress.of("/notice", new NoticeId("a", "SR/01/26 号;x")))
        .isEqualTo("/notice/a/SR/01/26%20%E5%8F%B7%3Bx");
  }

  @Test
  void what_a_browser_would_rewrite_goes_into_the_query() {
    assertThat(NoticeAddress.of("/notice", new NoticeId("a", "../b"))).isEqualTo("/notice/a/?reference=..%2Fb");
    assertThat(NoticeAddress.of("/notice", new NoticeId("a", "x//y"))).isEqualTo("/notice/a/?reference=x%2F%2Fy");
  }

  @Test
  void an_address_without_a_reference_names_nothing() {
    assertThat(NoticeAddress.read("a", "/", null)).isNull();
    assertThat(NoticeAddress.read("a", "/b/c", null)).isEqualTo(new NoticeId("a", "b/c"));
  }
}
