package io.fengsui.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use and the reader that counts know the same keys and accept the same files. */
class SchemaTest {
  private static final Path CONFIG = Path.of("../config");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern KNOWN = Pattern
      .compile("unknown key \"zzzzzzzz\"; known here: ([^\\]]*?)(?=, \\S+:\\d+:|\\]|$)");
  /** A file with an unknown key in the section that is named; what else is missing does not matter. */
  private static final String UNKNOWN = "zzzzzzzz: 1";

  @TestFactory
  Stream<DynamicTest> every_source_is_valid() throws IOException {
    Schema schema = schema();
    return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
        () -> assertThat(schema.validate(json(Files.readString(file)), InputFormat.JSON)).isEmpty()));
  }

  @Test
  void what_the_reader_refuses_the_schema_refuses_too() throws IOException {
    Schema schema = schema();
    String good = Files.readString(CONFIG.resolve("sources/uk-opss.yaml"));
    for (String[] change : new String[][]{{"licence:", "license:"}, {"kind: warning", "kind: news"},
        {"every: PT6H", "every: six hours"}, {"format: json", "format: jsonp"}, {"rel: notice", "rel: page"},
        {"most: 25", "most: many"}, {"    title: title\n", ""}, {"group: 1", "groop: 1"}}) {
      assertThat(good).contains(change[0]);
      String wrong = good.replace(change[0], change[1]);
      assertThat(SourceCatalog.read(Path.of("uk-opss.yaml"), wrong.getBytes(StandardCharsets.UTF_8))).as(change[1])
          .isInstanceOf(SourceReading.Faulty.class);
      assertThat(schema.validate(json(wrong), InputFormat.JSON)).as(change[1]).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /                   | %s
      /$defs/names        | names: {%s}
      /$defs/rhythm       | rhythm: {%s}
      /$defs/fetch        | fetch: {%s}
      /$defs/since        | fetch: {since: {%s}}
      /$defs/paging       | fetch: {paging: {%s}}
      /$defs/follow       | fetch: {follow: {%s}}
      /$defs/read         | read: {format: json, %s}
      /$defs/csv          | read: {format: csv, csv: {%s}}
      /$defs/expect       | read: {format: json, expect: {%s}}
      /$defs/detail       | read: {format: json, detail: {%s}}
      /$defs/fields       | read: {format: json, fields: {%s}}
      /$defs/ruleMap      | read: {format: json, fields: {title: {%s}}}
      /$defs/match        | read: {format: json, fields: {title: {path: a, match: {regex: a, %s}}}}
      /$defs/lookup       | read: {format: json, fields: {title: {path: a, lookup: {%s}}}}
      /$defs/product      | read: {format: json, fields: {products: {%s}}}
      /$defs/company      | read: {format: json, fields: {companies: {%s}}}
      /$defs/link         | read: {format: json, fields: {links: {%s}}}
      /$defs/dates        | read: {format: json, fields: {dates: {%s}}}
      /$defs/measure      | read: {format: json, fields: {measure: {%s}}}
      /$defs/codes        | read: {format: json, fields: {measure: {hs: {code: a, %s}}}}
      """)
  void both_know_the_same_keys(String place, String yaml) throws IOException {
    String message = SourceCatalog.read(Path.of("x.yaml"), yaml.formatted(UNKNOWN).getBytes(StandardCharsets.UTF_8))
        .toString();
    Matcher known = KNOWN.matcher(message);
    assertThat(known.find()).as(message).isTrue();
    JsonNode section = tree().at(place.equals("/") ? "" : place);
    assertThat(new TreeSet<>(section.get("properties").propertyNames()))
        .isEqualTo(new TreeSet<>(Arrays.asList(known.group(1).split(", "))));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(CONFIG.resolve("source.schema.json")));
  }

  private static JsonNode tree() throws IOException {
    return JSON.readTree(Files.readString(CONFIG.resolve("source.schema.json")));
  }

  private static String json(String yaml) {
    return JSON.writeValueAsString(new Yaml().<Object>load(yaml));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CONFIG.resolve("sources"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
