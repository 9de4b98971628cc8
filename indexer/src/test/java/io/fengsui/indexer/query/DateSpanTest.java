package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSpanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);

  @ParameterizedTest
  @CsvSource({"2024-02,2024-02-01,2024-02-29", "2026-Q2,2026-04-01,2026-06-30", "2025,2025-01-01,2025-12-31",
      "90d,2026-05-22,2026-05-22", "2w,2026-08-06,2026-08-06", "6m,2026-02-20,2026-02-20",
      "today,2026-08-20,2026-08-20",
      "本周,2026-08-17,2026-08-23", "上月,2026-07-01,2026-07-31", "本季度,2026-07-01,2026-09-30", "去年,2025-01-01,2025-12-31",
      "2024/5/3,2024-05-03,2024-05-03"})
  void aSpanHasAFirstAndALastDay(String given, LocalDate first, LocalDate last) {
    DateSpan span = DateSpan.read(given).orElseThrow();
    assertThat(span.first(TODAY)).isEqualTo(first);
    assertThat(span.last(TODAY)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"2024-13", "2024-02-30", "soon", "99999d", "0024", "2024-Q5", "''"})
  void whatIsNoDateIsNotGuessedAt(String given) {
    assertThat(DateSpan.read(given)).isEmpty();
  }
}
