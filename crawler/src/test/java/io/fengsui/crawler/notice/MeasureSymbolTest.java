package io.fengsui.crawler.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.crawler.notice.TradeMeasure.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureSymbolTest {
  @ParameterizedTest
  @CsvSource({"G/TBT/N/EU/1100,G/TBT/N/EU/1100,REGULAR,TBT", "G/TBT/N/EU/1100/Add.1,G/TBT/N/EU/1100,ADDENDUM,TBT",
      "G/SPS/N/USA/3000/Rev.1/Add.12,G/SPS/N/USA/3000,ADDENDUM,SPS",
      "G/SPS/N/JPN/1/Corr.1,G/SPS/N/JPN/1,CORRIGENDUM,SPS",
      "G/TBT/N/CHN/9/Suppl.2,G/TBT/N/CHN/9,SUPPLEMENT,TBT", "G/TBT/N/CHN/9/REV.3,G/TBT/N/CHN/9,REVISION,TBT",
      "' G/SPS/N/BRA/7/Add.1 / Corr. 2',G/SPS/N/BRA/7,CORRIGENDUM,SPS"})
  void endings_tell_what_a_document_is_to_the_first_one(String text, String base, Event event, String area) {
    var symbol = new MeasureSymbol(text);
    assertThat(symbol.base()).containsExactly(base);
    assertThat(symbol.event()).contains(event);
    assertThat(symbol.area()).contains(area);
  }

  @Test
  void members_that_notify_together_have_a_symbol_each() {
    var joint = new MeasureSymbol("G/TBT/N/ARE/510/Add.1, G/TBT/N/BHR/600/Add.1,\nG/TBT/N/KWT/580/Add.1");
    assertThat(joint.base()).containsExactly("G/TBT/N/ARE/510", "G/TBT/N/BHR/600", "G/TBT/N/KWT/580");
    assertThat(joint.event()).contains(Event.ADDENDUM);
  }

  @Test
  void a_symbol_of_somebody_else_tells_nothing() {
    var tris = new MeasureSymbol("2026/0431/DE");
    assertThat(tris.base()).containsExactly("2026/0431/DE");
    assertThat(tris.event()).isEmpty();
    assertThat(tris.area()).isEmpty();
    assertThat(new MeasureSymbol(" , ").base()).isEmpty();
  }

  @Test
  void an_event_is_known_by_the_beginning_of_its_word() {
    assertThat(Event.of("Regular notification")).contains(Event.REGULAR);
    assertThat(Event.of(" ADDENDUM ")).contains(Event.ADDENDUM);
    assertThat(Event.of("Emergency measure")).isEmpty();
  }

  @Test
  void a_name_behind_a_code_is_its_name() {
    assertThat(Code.of("850760 - Lithium-ion accumulators")).isEqualTo(new Code("850760", "Lithium-ion accumulators"));
    assertThat(Code.of("29.220.99 Other cells")).isEqualTo(new Code("29.220.99", "Other cells"));
    assertThat(Code.of("9503.00")).isEqualTo(new Code("9503.00", null));
    assertThat(Code.of("see the annex")).isEqualTo(new Code("see the annex", null));
  }
}
