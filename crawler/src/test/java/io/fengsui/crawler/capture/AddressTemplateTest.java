package io.fengsui.crawler.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressTemplateTest {
  @Test
  void names_stand_for_anything_and_all_else_for_itself() {
    var template = new AddressTemplate("https://example.org/a.b?since={since}&page={page}");
    assertThat(template.matches("https://example.org/a.b?since=2024-01-01&page=7")).isTrue();
    assertThat(template.matches("https://example.org/a.b?since=&page=")).isTrue();
    assertThat(template.matches("https://example.org/aXb?since=1&page=7")).isFalse();
    assertThat(template.names()).containsExactly("since", "page");
  }

  @Test
  void filling_in_needs_every_name() {
    var template = new AddressTemplate("https://example.org/{id}/{id}?q=$1");
    assertThat(template.fill(Map.of("id", "a$0"))).contains("https://example.org/a$0/a$0?q=$1");
    assertThat(template.fill(Map.of())).isEmpty();
  }

  @Test
  void numbers_in_names_are_ordered_by_their_value() {
    assertThat(Stream.of("p_10.xml", "p_9.xml", "p_0009b.xml", "p_100.xml", "a", "p_").sorted(NaturalOrder.INSTANCE))
        .containsExactly("a", "p_", "p_9.xml", "p_0009b.xml", "p_10.xml", "p_100.xml");
  }
}
