package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveTest {
  private static final Source SOURCE = Sources.of("""
      read:
        format: csv
        unzip: '(?i)refusal.*\\.csv$'
        fields: {reference: ID, title: NAME}
      """);
  private static final String CSV = "ID,NAME\n1,Kettle\n2,Lamp\n";

  @Test
  void the_entry_that_fits_is_read() throws IOException {
    byte[] zip = zip("CHARGES.CSV", "ID,TEXT\n9,x\n", "data/REFUSAL_2026.csv", CSV);
    Read read = Read.of(SOURCE, Responses.of(zip));
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(2));
    assertThat(read.notices()).extracting(Notice::title).containsExactly("Kettle", "Lamp");
  }

  @Test
  void an_archive_without_such_an_entry_says_what_it_has() throws IOException {
    Read read = Read.of(SOURCE, Responses.of(zip("CHARGES.CSV", "ID,TEXT\n")));
    assertThat(read.cause()).isEqualTo(Cause.CHANGED_FORMAT);
    assertThat(((Reading.End.Broken) read.end()).message()).contains("CHARGES.CSV");
  }

  @Test
  void what_is_no_archive_is_read_as_it_is() {
    assertThat(Read.of(SOURCE, CSV).notices()).hasSize(2);
    assertThat(Read.of(SOURCE, "<html><title>Sorry</title>").cause()).isEqualTo(Cause.WRONG_FORMAT);
  }

  @Test
  void a_damaged_archive_keeps_what_was_read_before_the_damage() throws IOException {
    var rows = new StringBuilder("ID,NAME\n");
    for (int i = 0; i < 50_000; i++)
      rows.append(i).append(",Kettle ").append(i * 7919L % 50_021).append('\n');
    byte[] zip = zip("refusal.csv", rows.toString());
    Read cut = Read.of(SOURCE, Responses.of(Arrays.copyOf(zip, zip.length / 2)));
    assertThat(cut.cause()).isEqualTo(Cause.MALFORMED);
    assertThat(cut.notices()).hasSizeGreaterThan(100);
    zip[zip.length / 2] ^= 0x55;
    zip[zip.length / 2 + 1] ^= 0x55;
    assertThat(Read.of(SOURCE, Responses.of(zip)).cause()).isEqualTo(Cause.MALFORMED);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
