package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.ArchivedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each source that is on yields from its sample exactly the notices of {@code src/test/resources/yields/<id>.json}: an
 * array of notices as the archive keeps them, in the order of the sample, with their detail pages read.
 *
 * <p>{@code -Dyields.write=true} writes the files that are not there (delete one to have it written anew). A file that was
 * written is a proposal: read it beside the publisher's bytes before it is committed, for it is the contract from then on.
 */
class SourceYieldsTest {
  private static final Path YIELDS = Recordings.root().resolve("crawler/src/test/resources/yields");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> a_source_yields_these_notices() throws IOException {
    Path sample = Recordings.root().resolve("config/sample");
    Map<String, List<Recordings.Recording>> recordings = new LinkedHashMap<>();
    for (var recording : Recordings.of(sample.resolve("recordings.yaml"), sample))
      recordings.computeIfAbsent(recording.source(), id -> new ArrayList<>()).add(recording);
    return Recordings.catalog().sources().stream()
        .filter(source -> source.enabled() || recordings.containsKey(source.id())).map(source -> DynamicTest
            .dynamicTest(source.id(), () -> check(source, recordings.getOrDefault(source.id(), List.of()))));
  }

  private static void check(Source source, List<Recordings.Recording> recordings) throws IOException {
    assertThat(recordings).as("recordings of " + source.id() + " in config/sample/recordings.yaml").isNotEmpty();
    var crawl = SampleCrawl.of(source, recordings);
    assertThat(crawl.problems()).isEmpty();
    var yields = JSON
        .readTree("[" + String.join(",", crawl.notices().stream().map(ArchivedJson::of).toList()) + "]");
    Path file = YIELDS.resolve(source.id() + ".json");
    if (!Files.exists(file) && Boolean.getBoolean("yields.write"))
      write(file, yields);
    assertThat(file).as("what the sample of " + source.id() + " must yield (-Dyields.write=true proposes it)").exists();
    assertThat(differences(JSON.readTree(Files.readString(file)), yields)).isEmpty();
  }

  private static void write(Path file, JsonNode yields) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(yields) + "\n");
    abort(file + " was written: read it, then run again");
  }

  /** Field by field, so that a fault is seen at a glance. */
  private static List<String> differences(JsonNode expected, JsonNode yields) {
    var differences = new ArrayList<String>();
    for (int i = 0; i < Math.max(expected.size(), yields.size()); i++)
      differences(i, expected.path(i), yields.path(i), differences);
    return differences;
  }

  private static void differences(int index, JsonNode expected, JsonNode yields, List<String> differences) {
    var names = new LinkedHashSet<>(expected.propertyNames());
    names.addAll(yields.propertyNames());
    for (String name : names)
      if (!expected.path(name).equals(yields.path(name)))
        differences.add("notice " + index + " (" + yields.path("id").path("reference") + ") " + name + ": expected "
            + expected.path(name) + ", read " + yields.path(name));
  }
}
