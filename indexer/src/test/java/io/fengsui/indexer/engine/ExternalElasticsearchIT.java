package io.fengsui.indexer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalElasticsearchIT {
  @Test
  void aClusterWithOurAnalyzerIsUsedAndNotEnded() {
    SearchEngine shared = SharedEngine.get();
    try (ExternalElasticsearch external = new ExternalElasticsearch(List.of(SharedEngine.address()), null)) {
      external.start();
      assertThat(external.up()).isTrue();
      assertThat(external.describe()).startsWith("Elasticsearch 9.").endsWith(SharedEngine.address());
    }
    assertThat(shared.up()).isTrue();
  }

  @Test
  void anAddressThatDoesNotAnswerIsNamedWithTheSettingToChange() {
    try (ExternalElasticsearch external = new ExternalElasticsearch(List.of("http://127.0.0.1:1"), null)) {
      assertThatThrownBy(external::start).isInstanceOf(EngineFailure.class).hasMessageContaining("http://127.0.0.1:1")
          .hasMessageContaining("fengsui.elasticsearch.uris");
      assertThat(external.up()).isFalse();
    }
  }
}
