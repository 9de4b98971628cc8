package io.fengsui.crawler.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
  @TempDir
  private Path folder;

  @Test
  void files_become_recordings_in_the_natural_order_of_their_names() throws IOException {
    for (int id : List.of(10, 9, 100))
      gzip("weekly/report_" + id + ".xml.gz", "<report id='" + id + "'/>");
    var manifest = manifest("""
        recordings:
          - source: eu
            files: weekly/report_{id}.xml.gz
            address: https://example.org/{id}?search=WEB_REPORT%7C:%7C{id}
            type: application/xml
            captured: 2026-08-22T00:00:00Z
        """);
    var report = Pack.pack(manifest, folder, folder.resolve("out"));
    assertThat(report.faults()).isEmpty();
    assertThat(report.total()).isEqualTo(3);
    assertThat(addresses("out")).containsExactly("https://example.org/9?search=WEB_REPORT%7C:%7C9",
        "https://example.org/10?search=WEB_REPORT%7C:%7C10", "https://example.org/100?search=WEB_REPORT%7C:%7C100");
    try (var replay = new Replay(folder.resolve("out"), folder)) {
      var played = (Fetched.Content) replay
          .fetch(Request.get("eu", "https://example.org/9?search=WEB_REPORT%7C:%7C9", 1000, Duration.ofSeconds(1)));
      assertThat(played.at()).isEqualTo(Instant.parse("2026-08-22T00:00:00Z"));
      assertThat(played.header("content-type")).isEqualTo("application/xml");
      assertThat(played.body().open()).hasContent("<report id='9'/>");
    }
  }

  @Test
  void packing_again_gives_the_same_ids() throws IOException {
    plain("a.json", "[]");
    var manifest = manifest("recordings: [{source: s, files: '*.json', address: 'https://example.org/', type: a/b}]");
    Pack.pack(manifest, folder, folder.resolve("one"));
    Pack.pack(manifest, folder, folder.resolve("two"));
    Pack.pack(manifest, folder, folder.resolve("two"));
    assertThat(ids("one")).isEqualTo(ids("two")).hasSize(1);
  }

  @Test
  void what_is_missing_is_reported_and_the_rest_is_packed() throws IOException {
    plain("a.json", "[]");
    Files.writeString(folder.resolve("broken.gz"), "not gzip");
    var manifest = manifest("""
        recordings:
          - {source: s, files: 'none_{n}.xml', address: 'https://example.org/{n}', type: a/b}
          - {source: s, files: a.json, address: 'https://example.org/{n}', type: a/b}
          - {source: s, files: broken.gz, address: 'https://example.org/b', type: a/b}
          - {source: s, files: a.json, adress: 'https://example.org/a', type: a/b}
          - {source: s, files: a.json, address: 'https://example.org/c', type: a/b, captured: yesterday}
          - {source: s, files: ../../../etc/passwd, address: 'https://example.org/p', type: a/b}
          - {source: s, files: a.json, address: 'https://example.org/a', type: a/b}
        """);
    var report = Pack.pack(manifest, folder, folder.resolve("out"));
    assertThat(report.faults()).extracting(fault -> fault.line()).contains(2, 3, 4, 5, 6, 7).doesNotContain(8);
    assertThat(report.faults()).extracting(Object::toString)
        .anyMatch(text -> text.contains("recordings.yaml:5: unknown key \"adress\""));
    assertThat(report.total()).isEqualTo(1);
    assertThat(addresses("out")).containsExactly("https://example.org/a");
  }

  @Test
  void a_manifest_that_is_no_yaml_is_a_fault_with_its_line() throws IOException {
    var manifest = manifest("recordings:\n  - {source: s\n  - x");
    var report = Pack.pack(manifest, folder, folder.resolve("out"));
    assertThat(report.faults()).hasSize(1);
    assertThat(report.faults().getFirst().line()).isGreaterThan(1);
  }

  @Test
  void a_folder_with_a_manifest_is_packed_when_it_is_played() throws IOException {
    plain("a.json", "[7]");
    manifest("recordings: [{source: s, files: a.json, address: 'https://example.org/a', type: application/json}]");
    for (int start = 0; start < 2; start++)
      try (var replay = new Replay(folder, folder.resolve("data"))) {
        assertThat(replay.fetch(Request.get("s", "https://example.org/a", 100, Duration.ofSeconds(1))))
            .isInstanceOf(Fetched.Content.class);
      }
  }

  private List<String> addresses(String out) {
    return Recordings.scan(folder.resolve(out)).matching("{all}").stream().map(Recording::address).toList();
  }

  private List<String> ids(String out) {
    return Recordings.scan(folder.resolve(out)).matching("{all}").stream().map(Recording::id).toList();
  }

  private Path manifest(String text) throws IOException {
    return Files.writeString(folder.resolve("recordings.yaml"), text);
  }

  private void plain(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void gzip(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
