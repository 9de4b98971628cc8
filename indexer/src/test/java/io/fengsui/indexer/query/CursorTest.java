package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.indexer.query.SearchRequest.Sort;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class CursorTest {
  @Test
  void aCursorComesBackAsItWasWritten() {
    Cursor cursor = new Cursor(Sort.DATE, LocalDate.of(2026, 8, 20),
        JsonNodeFactory.instance.numberNode(Long.MIN_VALUE), 7);
    String text = cursor.write();
    assertThat(text).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.read(text, Sort.DATE)).isEqualTo(cursor);
    assertThatThrownBy(() -> Cursor.read(text, Sort.RELEVANCE)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "W10", "bnVsbA", "WzEsMiwzXQ", "WzEsMSwieCIsMV0", "e30"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.read(text, Sort.DATE)).isInstanceOf(IllegalArgumentException.class);
  }
}
