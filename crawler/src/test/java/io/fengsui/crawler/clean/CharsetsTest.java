package io.fengsui.crawler.clean;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
  private static final String HANS = "市场监管总局发布召回公告,部分电热毯存在过热风险,请消费者立即停止使用并联系经销商。";
  private static final String HANT = "衛生福利部公布邊境查驗不合格食品,其中一批進口草莓農藥殘留超過標準,已退運或銷毀。";
  private static final String KOREAN = "어린이 장난감에서 기준치를 초과한 유해물질이 검출되어 판매를 중지하고 회수합니다.";
  private static final String JAPANESE = "消費者庁は電気ストーブの発火のおそれについて、使用を中止するよう呼びかけています。";
  private static final String RUSSIAN = "Роспотребнадзор сообщает об отзыве партии детских игрушек, опасных для здоровья.";
  private static final String GREEK = "Ανάκληση προϊόντος λόγω παρουσίας αλλεργιογόνου που δεν αναγράφεται στην ετικέτα.";
  private static final String THAI = "ประกาศเรียกคืนสินค้าเนื่องจากพบสารปนเปื้อนเกินมาตรฐานความปลอดภัย";
  private static final String HEBREW = "משרד הבריאות מודיע על החזרת מוצר בשל חשש לזיהום בסלמונלה";

  @ParameterizedTest
  @CsvSource({"GB18030,HANS", "GBK,HANS", "Big5,HANT", "EUC-KR,KOREAN", "Shift_JIS,JAPANESE", "EUC-JP,JAPANESE",
      "windows-1251,RUSSIAN", "KOI8-R,RUSSIAN", "ISO-8859-5,RUSSIAN", "IBM866,RUSSIAN", "windows-1253,GREEK",
      "x-windows-874,THAI", "windows-1255,HEBREW", "UTF-8,HANS", "UTF-16LE,HANS", "UTF-16BE,KOREAN", "UTF-32LE,HANT",
      "ISO-2022-JP,JAPANESE"})
  void text_that_declares_nothing_is_read_rightly(String charset, String text) throws IOException {
    String page = "<html><title>1</title>\r\n<p>" + words(text) + "</p><p>2</p></html>";
    byte[] bytes = page.getBytes(Charset.forName(charset));
    assertThat(new String(bytes, found(bytes, null))).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,iso-8859-1,HANS", "UTF-8,gb2312,HANS", "UTF-8,big5,JAPANESE", "GBK,utf-8,HANS",
      "GBK,iso-8859-1,HANS", "EUC-KR,gb2312,KOREAN", "Big5,gb2312,HANT", "GBK,big5,HANS", "EUC-JP,big5,JAPANESE",
      "KOI8-R,gb2312,RUSSIAN", "windows-1251,iso-8859-1,RUSSIAN", "Shift_JIS,utf-8,JAPANESE"})
  void a_false_declaration_is_not_believed(String charset, String declared, String text) throws IOException {
    String page = "<meta charset=" + declared + "><p>" + words(text) + "</p>";
    byte[] bytes = page.getBytes(Charset.forName(charset));
    assertThat(new String(bytes, found(bytes, null))).isEqualTo(page);
    assertThat(new String(bytes, found(bytes, "text/html; charset=" + declared))).isEqualTo(page);
  }

  @Test
  void a_declaration_that_the_bytes_bear_out_is_believed() throws IOException {
    assertThat(found("<meta charset=windows-1250><p>Výzva k vrácení".getBytes(Charset.forName("windows-1250")), null))
        .isEqualTo(Charset.forName("windows-1250"));
    assertThat(found("<?xml version='1.0' encoding='gb2312'?><a>镕</a>".getBytes(Charset.forName("GBK")), null))
        .as("a character that GB 2312 itself does not have").isEqualTo(Charset.forName("GB18030"));
    assertThat(found("<a>caf\u00e9</a>".getBytes(Charset.forName("windows-1252")), "text/xml; charset=utf-8"))
        .isEqualTo(Charset.forName("windows-1252"));
  }

  @Test
  void utf_8_with_a_text_cut_at_a_byte_is_still_utf_8() throws IOException {
    byte[] cut = (HANS + HANS).getBytes(UTF_8);
    byte[] bytes = new byte[cut.length + 10];
    System.arraycopy(cut, 0, bytes, 0, 31);
    System.arraycopy(cut, 0, bytes, 31, cut.length - 31);
    assertThat(found(bytes, null)).isEqualTo(UTF_8);
    assertThat(found(java.util.Arrays.copyOf(cut, cut.length - 1), null)).isEqualTo(UTF_8);
  }

  @Test
  void names_are_those_of_the_encoding_standard() throws IOException {
    assertThat(Charsets.label(found("<meta charset=ks_c_5601-1987>".getBytes(US_ASCII), null))).isEqualTo("EUC-KR");
    assertThat(Charsets.label(found("<meta charset=sjis>".getBytes(US_ASCII), null))).isEqualTo("Shift_JIS");
    assertThat(Charsets.label(found("<meta charset=gb2312>".getBytes(US_ASCII), null))).isEqualTo("GB18030");
    assertThat(Charsets.label(found("<meta charset=big5>".getBytes(US_ASCII), null))).isEqualTo("Big5");
  }

  @Test
  void any_bytes_have_some_charset() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(600)];
      random.nextBytes(bytes);
      assertThat(found(bytes, null)).isNotNull();
    }
  }

  private static String words(String name) {
    return switch (name) {
      case "HANS" -> HANS;
      case "HANT" -> HANT;
      case "KOREAN" -> KOREAN;
      case "JAPANESE" -> JAPANESE;
      case "RUSSIAN" -> RUSSIAN;
      case "GREEK" -> GREEK;
      case "THAI" -> THAI;
      default -> HEBREW;
    };
  }

  private static Charset found(byte[] bytes, @Nullable String header) throws IOException {
    return Charsets.of(() -> new ByteArrayInputStream(bytes), null, header);
  }
}
