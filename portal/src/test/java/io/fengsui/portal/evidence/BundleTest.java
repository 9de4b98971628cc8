package io.fengsui.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Spool;
import io.fengsui.crawler.store.FieldChange;
import io.fengsui.crawler.store.Revision;
import io.fengsui.portal.stage.Examples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;

class BundleTest {
  private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
  @TempDir
  private Path folder;

  @Test
  void everything_in_a_bundle_has_the_hash_that_its_manifest_says() throws Exception {
    try (var captures = new CaptureStore(folder, Clock.systemUTC())) {
      var files = unzip(bundle(captures, revisions(captures)));
      assertThat(files.keySet()).containsExactly("notice.json", "evidence.warc.gz", "headers/001.txt",
          "payloads/001.json", "headers/002.txt", "payloads/002.json", "README.txt", "SHA256SUMS");
      for (var line : text(files, "SHA256SUMS").lines().toList())
        assertThat(sha256(files.get(line.substring(66)))).as(line).isEqualTo(line.substring(0, 64));
      assertThat(text(files, "SHA256SUMS").lines()).hasSize(7);
      assertThat(text(files, "payloads/001.json")).isEqualTo("{\"v\": 1}");
      assertThat(text(files, "notice.json")).contains(sha256("{\"v\": 1}".getBytes(StandardCharsets.UTF_8)));
      assertThat(text(files, "README.txt")).contains("CC BY 4.0", "sha256sum -c", "如何核验")
          .doesNotContain("Not included");
      assertThat(responses(files.get("evidence.warc.gz"))).isEqualTo(2);
    }
  }

  @Test
  void the_same_notice_gives_the_same_bytes() throws IOException {
    try (var captures = new CaptureStore(folder, Clock.systemUTC())) {
      var revisions = revisions(captures);
      assertThat(sha256(bundle(captures, revisions))).isEqualTo(sha256(bundle(captures, revisions)));
    }
  }

  @Test
  void what_is_gone_is_named() throws IOException {
    try (var captures = new CaptureStore(folder, Clock.systemUTC())) {
      var revisions = revisions(captures);
      captures.sync();
      Files.delete(folder.resolve(revisions.getFirst().capture().file()));
      var files = unzip(bundle(captures, revisions));
      assertThat(files.keySet()).containsExactly("notice.json", "evidence.warc.gz", "README.txt", "SHA256SUMS");
      assertThat(text(files, "README.txt")).contains("Not included", "removed",
          revisions.getFirst().capture().sha256());
    }
  }

  private static byte[] bundle(CaptureStore captures, List<Revision> revisions) throws IOException {
    var out = new ByteArrayOutputStream();
    new Bundle(captures, revisions, "CC BY 4.0").write(out);
    return out.toByteArray();
  }

  private static List<Revision> revisions(CaptureStore captures) {
    var notice = Examples.all().getFirst().getFirst().notice();
    return List.of(
        new Revision(2, notice, capture(captures, 2), List.of(new FieldChange("title", "a", "b", true)), true),
        new Revision(1, notice, capture(captures, 1), List.of(), false));
  }

  private static Capture capture(CaptureStore captures, int version) {
    var bytes = ("{\"v\": " + version + "}").getBytes(StandardCharsets.UTF_8);
    var body = Spool.fill(new ByteArrayInputStream(bytes), null, 100).body();
    var c = captures.append("s", new Fetched.Content("https://recalls.example/list", 200,
        Map.of("content-type", List.of("application/json")), body, AT.plusSeconds(version), null));
    return new Capture(version, c.source(), c.address(), c.at(), c.sha256(), c.size(), c.mediaType(), c.file(),
        c.offset());
  }

  private static int responses(byte[] warc) throws IOException {
    int count = 0;
    try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
      for (var record : reader)
        count += record.type().equals("response") ? 1 : 0;
    }
    return count;
  }

  private static Map<String, byte[]> unzip(byte[] bundle) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        files.put(entry.getName(), zip.readAllBytes());
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
