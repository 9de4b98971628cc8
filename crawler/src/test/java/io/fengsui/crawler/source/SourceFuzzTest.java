package io.fengsui.crawler.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in a file, it is a source or a list of faults, soon. */
class SourceFuzzTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Path FILE = Path.of("kettle-board.yaml");
  private static final List<byte[]> REAL = real();
  private static final String[] NASTY = {"[", "]", "{", "}", ":", "\n", "\t", "- ", "&a ", "*a", "!!java.net.URL ",
      "|\n",
      ">", "'", "\"", "#", "%", "@", "`", "? ", "---\n", "...", "\u0000", "\uFEFF", "\u2028", "~", "null", "0x1F",
      "1e999",
      "-0", "$..*", "((((", "(a+)+$", "[[:", "^", "//", "..", "::", "@@", "{since}", "P99999999999D", "\uD83D\uDE00",
      "yyyyyyyyyyyyyyyyyyyyyyy", "''", "<<: ", "=", "!<tag> "};

  @Property(tries = 400)
  void a_real_file_that_was_damaged_is_read_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    byte[] damaged = damaged(REAL.get(random.nextInt(REAL.size())), random);
    assertThat(assertTimeout(SOON, () -> SourceCatalog.read(FILE, damaged))).satisfiesAnyOf(
        reading -> assertThat(reading).isInstanceOf(SourceReading.Good.class),
        reading -> assertThat(((SourceReading.Faulty) reading).faults()).isNotEmpty().hasSizeLessThan(102));
  }

  @Property(tries = 200)
  void any_text_is_read_or_refused(@ForAll String text) {
    assertThat(SourceCatalog.read(FILE, text.getBytes(UTF_8))).isInstanceOf(SourceReading.Faulty.class);
  }

  @Property(tries = 300)
  void any_value_of_any_key_is_read_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    String yaml = new String(REAL.get(random.nextInt(REAL.size())), UTF_8);
    List<String> lines = yaml.lines().toList();
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int colon = line.indexOf(": ");
    if (colon < 0 || line.startsWith("#"))
      return;
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--)
      value.append(NASTY[random.nextInt(NASTY.length)]);
    String quoted = "\"" + value.toString().replaceAll("[\"\\\\\n\u0000\uFEFF\u2028]", "") + "\"";
    var changed = new ArrayList<>(lines);
    changed.set(at, line.substring(0, colon + 2) + (random.nextBoolean() ? quoted : value));
    assertThat(SourceCatalog.read(FILE, String.join("\n", changed).getBytes(UTF_8))).isNotNull();
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int i = random.nextInt(5); i >= 0 && damaged.length > 4; i--) {
      int at = random.nextInt(damaged.length);
      int end = Math.min(damaged.length, at + random.nextInt(60));
      damaged = switch (random.nextInt(5)) {
        case 0 -> joined(damaged, at, NASTY[random.nextInt(NASTY.length)].getBytes(UTF_8), at);
        case 1 -> joined(damaged, at, new byte[]{(byte) random.nextInt(256)}, at + 1);
        case 2 -> joined(damaged, at, new byte[0], end);
        case 3 -> joined(damaged, at, Arrays.copyOfRange(damaged, at, end), at);
        default -> joined(damaged, at, NASTY[random.nextInt(NASTY.length)].repeat(200).getBytes(UTF_8), at);
      };
    }
    return damaged;
  }

  private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
    byte[] joined = new byte[until + between.length + bytes.length - from];
    System.arraycopy(bytes, 0, joined, 0, until);
    System.arraycopy(between, 0, joined, until, between.length);
    System.arraycopy(bytes, from, joined, until + between.length, bytes.length - from);
    return joined;
  }

  private static List<byte[]> real() {
    Path folder = Stream.of("config/sources", "../config/sources").map(Path::of).filter(Files::isDirectory).findFirst()
        .orElseThrow();
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> read = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList())
        read.add(Files.readAllBytes(file));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
