package io.fengsui.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SourceCatalogTest {
  private static final String GOOD = """
      id: kettle-board
      names: {zh: 水壶局, en: Kettle Board}
      authority: {zh: 水壶局, en: Kettle Board}
      homepage: https://kettles.example
      licence: public domain
      verified: unverified
      kind: recall
      notifying: [SE]
      language: en
      rhythm: {cron: "0 0 18 ? * FRI", zone: Europe/Stockholm, expected: P8D}
      fetch:
        url: https://kettles.example/list?page={page}
        paging: {first: 1, step: 1, most: 5}
      read:
        format: json
        items: $.recalls[*]
        fields:
          reference: $.number
          title: [$.title, {path: $.product, label: "Recall: "}]
          dates:
            published: {path: $.date, date: dd/MM/yyyy}
          links:
            - {rel: notice, path: $.url}
      """;

  @TempDir
  Path folder;

  @Test
  void a_source_is_read() throws IOException {
    write("kettle-board", GOOD);
    Source source = SourceCatalog.load(folder).source("kettle-board").orElseThrow();
    assertThat(source.names().zh()).isEqualTo("水壶局");
    assertThat(source.rhythm().expected()).isEqualTo(Duration.ofDays(8));
    assertThat(source.fetch().paging()).isEqualTo(new FetchPlan.Paging(1, 1, 5));
    assertThat(source.read().fields().title()).isInstanceOf(Rule.First.class);
  }

  @Test
  void a_fault_stops_only_its_own_file() throws IOException {
    write("kettle-board", GOOD);
    write("broken", "id: [");
    write("empty", "");
    SourceCatalog catalog = SourceCatalog.load(folder);
    assertThat(catalog.sources()).hasSize(1);
    assertThat(catalog.faults()).extracting(fault -> fault.file().getFileName().toString())
        .containsExactly("broken.yaml", "empty.yaml");
  }

  @Test
  void all_faults_of_a_file_are_found_with_their_lines() throws IOException {
    write("kettle-board", GOOD.replace("kind: recall", "kind: recal").replace("$.number", "$.number[")
        .replace("dd/MM/yyyy", "dd/QQQQQQQ").replace("P8D", "8 days").replace("rel: notice", "rel: page")
        .replace("0 0 18 ? * FRI", "0 0 18 * * FRI").replace("licence:", "license:").replace("label:", "lable:"));
    assertThat(faults()).extracting(Fault::line).containsExactlyInAnyOrder(1, 5, 7, 10, 10, 18, 19, 21, 23);
    assertThat(faults()).extracting(Fault::message)
        .anyMatch(message -> message.contains("\"license\"; did you mean \"licence\"?"))
        .anyMatch(message -> message.contains("\"lable\"; did you mean \"label\"?"))
        .anyMatch(message -> message.contains("a duration such as PT6H"))
        .anyMatch(message -> message.contains("one of recall, warning, border-rejection, measure, opinion, not recal"));
  }

  @Test
  void anchors_and_aliases_are_refused() throws IOException {
    write("kettle-board", GOOD.replace("names: {", "names: &n {").replaceFirst("authority: .*", "authority: *n"));
    assertThat(faults()).extracting(Fault::line).containsExactly(2, 3);
  }

  @Test
  void a_key_that_stands_twice_is_a_fault() throws IOException {
    write("kettle-board", GOOD + "kind: warning\n");
    assertThat(faults()).singleElement().extracting(Fault::message).asString().contains("stands here twice");
  }

  @Test
  void the_id_is_the_name_of_the_file() throws IOException {
    write("other", GOOD);
    assertThat(SourceCatalog.load(folder).faults()).singleElement().hasToString(
        folder.resolve("other.yaml") + ":1: \"id\" must be the file's name, other; not kettle-board");
  }

  @Test
  void a_large_file_a_deep_file_and_no_file_are_faults() throws IOException {
    write("large", "x: " + "y".repeat(1 << 20));
    write("deep", "x: " + "[".repeat(5_000));
    assertThat(SourceCatalog.load(folder).faults()).hasSize(2);
    assertThat(SourceCatalog.read(folder.resolve("none.yaml"))).isInstanceOf(SourceReading.Faulty.class);
    assertThat(SourceCatalog.load(folder.resolve("none")).faults()).hasSize(1);
  }

  @Test
  @Timeout(20)
  void hostile_files_are_refused_soon_and_say_where() {
    assertThat(only("a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n")).contains("anchors (&)");
    assertThat(only("x:\n  " + "[".repeat(300_000))).contains(":2: nested deeper");
    assertThat(only("x: " + "{a: ".repeat(200_000))).contains(":1: nested deeper");
    assertThat(only("x: " + "y".repeat(10 << 20))).contains("larger than 1 MB");
    assertThat(only("id: a\n\tnames: b\n")).contains(":2: not YAML");
    assertThat(only("id: a\nhomepage: \u0007\n")).contains(":2: not YAML: the character U+0007");
    assertThat(only("id: a\n---\nid: b\n")).contains(":2: not YAML");
    assertThat(SourceCatalog.read(Path.of("x.yaml"), new byte[]{'i', 'd', ':', ' ', (byte) 0xC3, '\n'}).toString())
        .contains("not UTF-8");
    assertThat(only(GOOD.replace("$.date,", "$.date, remove: '" + "(".repeat(100_000) + "',"))).contains("2000");
    assertThat(only(GOOD.replace("$.url", "'" + "$..[?(".repeat(2_000) + "'"))).contains(":23:");
    assertThat(only(IntStream.range(0, 50_000).mapToObj(i -> "key" + i + ": " + i).collect(Collectors.joining("\n"))))
        .contains("and more; mend these first");
  }

  @Test
  void a_value_is_found_at_its_lines() {
    assertThat(YamlText.lines(GOOD, "$.date")).containsExactly(21);
    assertThat(YamlText.lines(GOOD, "nowhere")).isEmpty();
    assertThat(YamlText.lines("a: [", "a")).isEmpty();
  }

  @Test
  void a_catalogue_reads_its_folder_again_when_it_is_told() throws IOException {
    write("kettle-board", GOOD);
    SourceCatalog catalog = SourceCatalog.load(folder);
    write("kettle-board", GOOD.replace("licence: public domain", "licence: CC0"));
    write("tea-board", GOOD.replace("id: kettle-board", "id: tea-board"));
    assertThat(catalog.sources()).extracting(Source::licence).containsExactly("public domain");
    catalog.reload();
    assertThat(catalog.sources()).extracting(Source::licence).containsExactly("CC0", "public domain");
  }

  private static String only(String yaml) {
    return SourceCatalog.read(Path.of("kettle-board.yaml"), yaml.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private List<Fault> faults() {
    return SourceCatalog.load(folder).faults();
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }
}
