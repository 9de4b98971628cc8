package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever bytes come, reading ends, and says how. */
class ReadersFuzzTest {
  private static final Map<Source, String> FIXTURES = Map.of(ReadersTest.JSON, ReadersTest.JSON_TEXT, ReadersTest.XML,
      ReadersTest.XML_TEXT, ReadersTest.CSV, ReadersTest.CSV_TEXT, ReadersTest.FEED, ReadersTest.FEED_TEXT,
      ReadersTest.HTML, ReadersTest.HTML_TEXT);

  @Property(tries = 200)
  void any_bytes_are_read_to_an_end(@ForAll long seed) {
    var random = new Random(seed);
    FIXTURES.forEach((source, text) -> {
      byte[] bytes = mutated(text.getBytes(StandardCharsets.UTF_8), random);
      Read read = Read.of(source, Responses.of(bytes));
      assertThat(read.end()).isNotNull();
      assertThat(read.notices()).allMatch(notice -> notice.toString().indexOf('\0') < 0);
      Readers.detail(ReadersTest.HTML, Read.of(ReadersTest.HTML, ReadersTest.HTML_TEXT).notices().getFirst(),
          Responses.of(bytes));
    });
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(8); i >= 0 && mutated.length > 4; i--) {
      int at = random.nextInt(mutated.length);
      int from = random.nextInt(mutated.length);
      int length = Math.min(random.nextInt(40), mutated.length - Math.max(at, from));
      switch (random.nextInt(5)) {
        case 0 -> mutated[at] = (byte) random.nextInt(256);
        case 1 -> mutated[at] = "<>{}[]\"',&;\0\n\\".getBytes(StandardCharsets.UTF_8)[random.nextInt(14)];
        case 2 -> System.arraycopy(bytes, Math.min(from, bytes.length - length), mutated, at, length);
        case 3 -> mutated = Arrays.copyOf(mutated, at);
        default -> mutated = joined(mutated, Arrays.copyOfRange(mutated, from, from + length));
      }
    }
    return mutated;
  }

  private static byte[] joined(byte[] some, byte[] more) {
    byte[] joined = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, joined, some.length, more.length);
    return joined;
  }
}
