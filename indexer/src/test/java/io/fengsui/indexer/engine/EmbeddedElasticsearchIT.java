package io.fengsui.indexer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchIT {
  @TempDir
  Path data;

  /** One test and not several: each start takes ten seconds. */
  @Test
  void outlivesKillsOfItselfAndOfItsOwnerAndServesSeveralProcesses() throws Exception {
    EmbeddedElasticsearch first = new EmbeddedElasticsearch(SharedEngine.settings(data));
    first.start();
    Process owner = null;
    try (EmbeddedElasticsearch second = new EmbeddedElasticsearch(SharedEngine.settings(data))) {
      assertThat(first.up()).isTrue();
      put(first.client(), "1");

      second.start();
      assertThat(second.client().count(c -> c.index("things")).count()).isEqualTo(1);

      kill(pid());
      await(() -> first.starts() == 2 && first.up());
      put(first.client(), "2");
      assertThat(first.client().count(c -> c.index("things")).count()).isEqualTo(2);
      await(() -> second.starts() == 2 && second.up());

      long served = pid();
      first.close();
      await(() -> second.starts() == 3 && second.up());
      assertThat(pid()).isNotEqualTo(served);
      assertThat(second.client().count(c -> c.index("things")).count()).isEqualTo(2);
    }
    assertThat(Server.running(folder())).isEmpty();

    owner = owner();
    try {
      await(() -> Server.running(folder()).filter(Server::isHealthy).isPresent());
      kill(owner.pid());
      // Its lock goes with it, not with the signal.
      owner.waitFor();
      long orphan = pid();
      try (EmbeddedElasticsearch third = new EmbeddedElasticsearch(SharedEngine.settings(data))) {
        third.start();
        assertThat(pid()).isEqualTo(orphan);
        assertThat(third.client().count(c -> c.index("things")).count()).isEqualTo(2);
      }
      assertThat(Server.running(folder())).isEmpty();
    } finally {
      owner.destroyForcibly();
      Server.running(folder()).ifPresent(Server::stop);
    }
  }

  @Test
  void saysWhatToDoWhereThereIsNoEngine() {
    EngineSettings settings = new EngineSettings(List.of(), null, data.resolve("absent"), data, 0, "256m", true);
    try (EmbeddedElasticsearch engine = new EmbeddedElasticsearch(settings)) {
      assertThatThrownBy(engine::start).isInstanceOf(EngineFailure.class).hasMessageContaining("mvn package");
    }
  }

  private Folder folder() {
    return Folder.of(SharedEngine.settings(data), "9");
  }

  private long pid() {
    return Folder.number(folder().pid());
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private Process owner() throws Exception {
    Path log = data.resolve("owner.log");
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")), Owner.class.getName(),
        data.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static void put(ElasticsearchClient client, String id) throws Exception {
    if (!client.indices().exists(e -> e.index("things")).value())
      client.indices().create(c -> c.index("things").settings(s -> s.numberOfReplicas("0")));
    client.index(i -> i.index("things").id(id).document(Map.of("name", "thing")).refresh(Refresh.True));
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(100);
    }
  }

  /** A process that starts an engine and is killed before it can end it. */
  static final class Owner {
    public static void main(String[] data) throws Exception {
      new EmbeddedElasticsearch(SharedEngine.settings(Path.of(data[0]))).start();
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
