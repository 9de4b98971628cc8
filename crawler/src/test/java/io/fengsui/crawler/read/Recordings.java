package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.Yaml;

/** The files that a manifest names, read with the sources that they answer, without packing them first. */
final class Recordings {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}|\\*");

  private Recordings() {}

  /** A recorded response. */
  record Recording(String source, Path file, String address, String type) {
    Fetched.Content content() {
      return new Fetched.Content(address, 200, Map.of("content-type", List.of(type)), new Responses.Bytes(bytes(file)),
          Instant.EPOCH, null);
    }
  }

  /** What reading a response gave. */
  record Result(List<Reading.Found> found, List<Reading.Rejected> rejected, Reading.End end) {}

  /** The project's root: the nearest folder above that has {@code config/sources}. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("config/sources")))
      folder = folder.getParent();
    if (folder == null)
      throw new IllegalStateException("config/sources was not found above " + Path.of("").toAbsolutePath());
    return folder;
  }

  static SourceCatalog catalog() {
    return SourceCatalog.load(root().resolve("config/sources"));
  }

  static Result read(Source source, Recording recording) {
    var found = new ArrayList<Reading.Found>();
    var rejected = new ArrayList<Reading.Rejected>();
    try (Body body = recording.content().body()) {
      var end = Readers.read(source, recording.content(), reading -> {
        switch (reading) {
          case Reading.Found each -> found.add(each);
          case Reading.Rejected each -> rejected.add(each);
        }
      });
      return new Result(found, rejected, end);
    }
  }

  /** The recordings of a manifest, in its order. */
  static List<Recording> of(Path manifest, Path folder) throws IOException {
    Map<String, List<Map<String, Object>>> yaml = new Yaml().load(Files.readString(manifest));
    var recordings = new ArrayList<Recording>();
    for (var entry : yaml.getOrDefault("recordings", List.of()))
      recordings.addAll(of(entry, folder));
    return recordings;
  }

  private static List<Recording> of(Map<String, Object> entry, Path folder) throws IOException {
    String files = String.valueOf(entry.get("files"));
    var names = PLACEHOLDER.matcher(files).results().filter(match -> match.group(1) != null)
        .map(match -> match.group(1))
        .toList();
    var pattern = Pattern.compile(regex(files));
    var recordings = new ArrayList<Recording>();
    for (Path file : under(folder)) {
      var matcher = pattern.matcher(folder.relativize(file).toString());
      if (matcher.matches())
        recordings.add(new Recording(String.valueOf(entry.get("source")), file,
            address(String.valueOf(entry.get("address")), names, matcher.toMatchResult()),
            String.valueOf(entry.get("type"))));
    }
    return recordings;
  }

  private static String regex(String files) {
    var regex = new StringBuilder();
    int from = 0;
    for (MatchResult match : PLACEHOLDER.matcher(files).results().toList()) {
      regex.append(Pattern.quote(files.substring(from, match.start())))
          .append(match.group(1) == null ? "[^/]*" : "(?<" + match.group(1) + ">[^/]+)");
      from = match.end();
    }
    return regex.append(Pattern.quote(files.substring(from))).toString();
  }

  private static String address(String template, List<String> names, MatchResult file) {
    String address = template;
    for (String name : names)
      address = address.replace("{" + name + "}", file.group(name));
    return address;
  }

  private static List<Path> under(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> NUMBER.matcher(file.toString()).replaceAll(Recordings::padded)))
          .toList();
    }
  }

  private static String padded(MatchResult number) {
    return String.format("%020d", new BigInteger(number.group()));
  }

  private static byte[] bytes(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream stream = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
