package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path or an expression that asks for more than can be had says so, soon, and the rest goes on. */
@Timeout(60)
class OverrunTest {
  private static final String READ = """
      read:
        format: json
        items: $.recalls[*]
        fields:
          reference: number
          title: headline
          text: %s
      """;
  private static final String DEEP = "{\"a\":[".repeat(20) + "1" + "]}".repeat(20);
  private static final String RECORDS = IntStream.range(0, 3)
      .mapToObj(i -> "{\"number\": \"K-%d\", \"headline\": \"Kettle\", \"deep\": %s}".formatted(i, DEEP))
      .collect(Collectors.joining(",", "{\"recalls\": [", "]}"));

  @Test
  void a_path_that_finds_everything_finds_it_once() {
    Read read = Read.of(Sources.of(READ.formatted("'$..*'")), RECORDS);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(3));
    assertThat(read.notices()).hasSize(3).allMatch(notice -> notice.text().contains("Kettle"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'$..*..*..*..*..*..*'", "'$..*..*..*..*..*..zzz'", "'$..[?(@..a)]..*..*..*..*..*'"})
  void a_path_that_explodes_rejects_the_record_and_says_which(String path) {
    Read read = Read.of(Sources.of(READ.formatted(path)), RECORDS);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(3));
    assertThat(read.rejected()).isNotEmpty().allMatch(rejected -> rejected.toString().contains("takes too long"));
  }

  @Test
  void a_path_of_the_records_that_explodes_breaks_the_reading() {
    Read read = Read.of(Sources.of(READ.formatted("text").replace("$.recalls[*]", "'$..*..*..*..*..*..*'")), RECORDS);
    assertThat(read.end().toString()).contains("TOO_LARGE", "takes too long");
  }

  @Test
  void an_xpath_that_explodes_rejects_the_record_and_says_which() {
    String many = "<p><q/></p>".repeat(2_000);
    Read read = Read.of(Sources.of("""
        read:
          format: xml
          items: /list/item
          fields:
            reference: number
            title: headline
            text: "//*[count(//*[count(//*) > 5]) > 5]"
        """), "<list><item><number>1</number><headline>Kettle</headline>" + many
        + "</item><item><number>2</number><headline>Lid</headline></item></list>");
    assertThat(read.rejected()).singleElement().asString().contains("takes too long in a record of 4003 elements");
    assertThat(read.notices()).singleElement().satisfies(notice -> assertThat(notice.title()).isEqualTo("Lid"));
  }

  @Test
  void an_expression_that_backtracks_loses_its_value_and_nothing_else() {
    // The back reference: without it the engine remembers where it has been.
    String hostile = "a".repeat(60) + "!";
    String records = IntStream.range(0, 200)
        .mapToObj(i -> "{\"number\": \"K-%d\", \"headline\": \"Kettle\", \"t\": \"%s\"}".formatted(i, hostile))
        .collect(Collectors.joining(",", "{\"recalls\": [", "]}"));
    Read read = Read.of(Sources.of(READ.formatted("{path: t, match: {regex: '^(a|aa)+\\1$'}}")), records);
    assertThat(read.notices()).hasSize(200);
    assertThat(read.rejected()).singleElement().asString().contains("an expression took too long on 10 values",
        "^(a|aa)+\\1$");
  }
}
