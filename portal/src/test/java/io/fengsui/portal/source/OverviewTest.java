package io.fengsui.portal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.source.SourceCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private static final String KEY = "FENGSUI_KR_SAFETYKOREA_KEY";

  @Test
  void a_key_that_is_not_set_is_missing() {
    Overview live = overview(false);
    assertThat(live.isSet(KEY)).isFalse();
    assertThat(missing(live)).containsExactly(KEY);
  }

  @Test
  void recordings_need_no_key_and_yet_it_is_not_called_set() {
    Overview replaying = overview(true);
    assertThat(replaying.isSet(KEY)).isFalse();
    assertThat(missing(replaying)).isEmpty();
  }

  private static List<String> missing(Overview overview) {
    return overview.entries().stream().filter(entry -> entry.source().id().equals("kr-safetykorea")).findFirst()
        .orElseThrow().health().missingKeys();
  }

  private static Overview overview(boolean replaying) {
    var catalog = SourceCatalog.load(Path.of("../config/sources"));
    return new Overview(catalog, Map::of, name -> false, replaying, Clock.systemUTC());
  }
}
