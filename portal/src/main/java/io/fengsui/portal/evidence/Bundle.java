package io.fengsui.portal.evidence;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.store.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip with everything that proves what a notice said and when: the WARC records, the payloads and the headers of each
 * capture, the notice with its revisions, and the SHA-256 of each file. The same notice gives the same bytes each time.
 */
final class Bundle {
  private final CaptureStore captures;
  private final List<Revision> revisions;
  private final String terms;
  private final StringBuilder sums = new StringBuilder();
  private final List<String> absent = new ArrayList<>();

  /**
   * @param revisions newest first, at least one
   * @param terms     where the notice comes from and on what terms, a line each
   */
  Bundle(CaptureStore captures, List<Revision> revisions, String terms) {
    this.captures = captures;
    this.revisions = revisions;
    this.terms = terms;
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the zip without holding it; leaves the stream open. */
  void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    var kept = kept();
    add(zip, "notice.json", newest(), NoticeRecord.of(revisions, kept)::writeTo);
    add(zip, "evidence.warc.gz", newest(), records -> warc(kept, records));
    for (int i = 0; i < kept.size(); i++)
      capture(zip, i + 1, kept.get(i));
    text(zip, "README.txt", Readme.of(revisions, terms, absent));
    var manifest = sums.toString();
    text(zip, "SHA256SUMS", manifest);
    zip.finish();
  }

  /** Each capture once, oldest first. */
  private List<Capture> kept() {
    Map<Long, Capture> all = new LinkedHashMap<>();
    revisions.reversed().stream().flatMap(revision -> Stream.of(revision.capture(), revision.detail()))
        .filter(Objects::nonNull).forEach(capture -> all.putIfAbsent(capture.id(), capture));
    return List.copyOf(all.values());
  }

  private Instant newest() {
    return revisions.getFirst().capture().at();
  }

  private void warc(List<Capture> kept, OutputStream out) throws IOException {
    captures.describe("evidence.warc.gz", newest(), out);
    for (var capture : kept)
      if (readable(capture))
        captures.copy(capture, out);
  }

  private boolean readable(Capture capture) {
    try {
      captures.open(capture).close();
      return true;
    } catch (IOException e) {
      absent.add("%s  %s  (%s)".formatted(capture.sha256(), capture.address(),
          captures.has(capture.file()) ? "damaged 已损坏" : "removed 已删除"));
      return false;
    }
  }

  private void capture(ZipOutputStream zip, int number, Capture capture) throws IOException {
    Fetched.Content response;
    try {
      response = captures.read(capture);
    } catch (IOException e) {
      // Named in README.txt.
      return;
    }
    try (var body = response.body()) {
      add(zip, "headers/%03d.txt".formatted(number), capture.at(), out -> out.write(headers(response)));
      add(zip, "payloads/%03d%s".formatted(number, ending(capture)), capture.at(), out -> {
        try (var in = body.open()) {
          in.transferTo(out);
        }
      });
    }
  }

  private static byte[] headers(Fetched.Content response) {
    var text = new StringBuilder(response.address()).append('\n').append(response.at()).append("\nstatus: ")
        .append(response.status()).append('\n');
    response.headers().forEach((name, values) -> values.forEach(value -> text.append(name).append(": ").append(value)
        .append('\n')));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String ending(Capture capture) {
    var type = capture.mediaType() == null ? "" : capture.mediaType();
    return Stream.of("html", "json", "xml", "csv", "pdf").filter(type::contains).findFirst().map(end -> "." + end)
        .orElse(".bin");
  }

  private void text(ZipOutputStream zip, String name, String text) throws IOException {
    add(zip, name, newest(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void add(ZipOutputStream zip, String name, Instant at, Content content) throws IOException {
    var entry = new ZipEntry(name);
    // The instant, not the local time of this machine.
    entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    zip.putNextEntry(entry);
    var digest = sha256();
    content.writeTo(new Entry(zip, digest));
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Stays open when a writer closes it. */
  private static final class Entry extends DigestOutputStream {
    private Entry(OutputStream out, MessageDigest digest) {
      super(out, digest);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
