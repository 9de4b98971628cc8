package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"41|41", "'41'|41", "1,204 results|1204", "共 1 204 条|1204", "41.0|41", "none|",
      "0|0", "99999999999999999999|"})
  void the_number_that_a_publisher_states_is_read_as_people_write_it(String said, Long total) {
    Map<String, Object> document = Map.of("meta", Map.of("total", said));
    assertThat(Total.of(new JsonItem(document, document, new HashMap<>()), "meta.total")).isEqualTo(total);
  }
}
