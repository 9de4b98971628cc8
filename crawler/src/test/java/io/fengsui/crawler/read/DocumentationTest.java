package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.source.Format;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/sources.md teaches works: each example reads the response that stands with it, with every path. */
class DocumentationTest {
  private static final Pattern EXAMPLE = Pattern
      .compile("### ([^\n]+)\n+```yaml\n(.*?)```\n+```(?:json|xml|csv|html)\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> an_example_reads_the_response_that_stands_with_it() throws IOException {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.group(1), () -> reads(example.group(2), example.group(3))));
  }

  @Test
  void there_is_an_example_of_each_format() throws IOException {
    assertThat(examples()).extracting(example -> source(example.group(2)).read().format())
        .containsExactlyInAnyOrder(Format.values());
  }

  private static void reads(String yaml, String response) {
    var found = new ArrayList<Reading>();
    var paths = new PathTally();
    var end = Readers.read(source(yaml), Responses.of(response), found::add, paths);
    assertThat(end).isInstanceOf(Reading.End.Complete.class);
    assertThat(found).isNotEmpty().allMatch(Reading.Found.class::isInstance);
    assertThat(paths.uses()).filteredOn(use -> use.found() == 0).isEmpty();
  }

  private static Source source(String yaml) {
    if (!yaml.contains("id: "))
      return Sources.of(yaml);
    var reading = SourceCatalog.read(Path.of("rt-recalls.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(SourceReading.Good.class);
    return ((SourceReading.Good) reading).source();
  }

  private static List<MatchResult> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(Path.of("../docs/sources.md"))).results().toList();
  }
}
