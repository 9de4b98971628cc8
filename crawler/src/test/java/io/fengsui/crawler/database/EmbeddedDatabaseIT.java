package io.fengsui.crawler.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class EmbeddedDatabaseIT {
  @TempDir
  private static Path data;
  private static Database database;

  @BeforeAll
  static void start() {
    database = choose();
    database.start();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void it_is_durable_private_and_on_loopback_only() throws Exception {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(show("server_encoding")).isEqualTo("UTF8");
    assertThat(show("server_version")).startsWith("18.");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres-18/password"))))
        .isEqualTo("rw-------");
    var stranger = new java.util.Properties();
    stranger.setProperty("user", "fengsui");
    stranger.setProperty("password", "guess");
    String url = "jdbc:postgresql://127.0.0.1:%s/fengsui".formatted(show("port"));
    assertThat(Servers.answers(url, stranger)).isFalse();
    assertThat(database.describe()).contains("18", "127.0.0.1:" + show("port"), "up");
  }

  @Test
  void a_second_one_on_the_folder_uses_the_first_and_leaves_it_running() {
    Database second = choose();
    second.start();
    assertThat(second.up()).isTrue();
    assertThat(ask(second, "show port")).isEqualTo(show("port"));
    second.close();
    assertThat(second.up()).isFalse();
    assertThat(database.up()).isTrue();
  }

  @Test
  void a_server_that_is_killed_comes_back_with_everything_committed() throws Exception {
    Jdbi jdbi = Jdbi.create(database.dataSource());
    jdbi.useHandle(handle -> handle.execute("create table if not exists kept (n int)"));
    jdbi.useHandle(handle -> handle.execute("insert into kept select generate_series(1, 1000)"));
    ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
    await(() -> !database.up());
    Instant killed = Instant.now();
    assertThatThrownBy(() -> {
      while (true)
        database.dataSource().getConnection().close();
    }).hasMessageContaining("being restarted");
    assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(15));
    await(database::up);
    assertThat(ask(database, "select count(*) from kept")).isEqualTo("1000");
  }

  @Test
  void a_server_left_by_a_killed_process_is_taken_over(@TempDir Path other) throws Exception {
    Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Holder.class.getName(),
        other.toString()).redirectErrorStream(true)
        .redirectOutput(other.resolve("holder.log").toFile()).start();
    await(() -> Files.exists(other.resolve("ready")));
    child.destroyForcibly();
    child.waitFor(10, TimeUnit.SECONDS);
    String pid = Files.readAllLines(other.resolve("postgres-18/data/postmaster.pid")).getFirst();
    Database heir = Databases.choose(new DatabaseSettings(null, null, null, other, 0, 2));
    heir.start();
    assertThat(Files.readAllLines(other.resolve("postgres-18/data/postmaster.pid")).getFirst()).isEqualTo(pid);
    assertThat(heir.up()).isTrue();
    heir.close();
    await(() -> Files.notExists(other.resolve("postgres-18/data/postmaster.pid")));
  }

  @Test
  void an_external_one_is_used_and_never_stopped() throws Exception {
    String password = Files.readString(data.resolve("postgres-18/password")).strip();
    String url = "jdbc:postgresql://127.0.0.1:%s/fengsui".formatted(show("port"));
    Database external = Databases.choose(new DatabaseSettings(url, "fengsui", password, data, 0, 2));
    external.start();
    assertThat(external.up()).isTrue();
    assertThat(external.describe()).contains("18.", "127.0.0.1").doesNotContain(password);
    external.close();
    assertThat(database.up()).isTrue();
    Database refused = Databases.choose(new DatabaseSettings(url, "fengsui", "wrong", data, 0, 2));
    assertThatThrownBy(refused::start).isInstanceOf(DatabaseException.class)
        .hasMessageContaining("spring.datasource.url, .username, .password");
    refused.close();
  }

  private static Database choose() {
    return Databases.choose(new DatabaseSettings(null, null, null, data, 0, 4));
  }

  private static String show(String setting) {
    return ask(database, "show " + setting);
  }

  private static String ask(Database database, String question) {
    return Jdbi.create(database.dataSource())
        .withHandle(handle -> handle.createQuery(question).mapTo(String.class).one());
  }

  private static long pid() throws Exception {
    return Long.parseLong(Files.readAllLines(data.resolve("postgres-18/data/postmaster.pid")).getFirst().strip());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean())
      Thread.sleep(50);
  }

  /** A process of its own that starts a database and is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Databases.choose(new DatabaseSettings(null, null, null, folder, 0, 2)).start();
      Files.createFile(folder.resolve("ready"));
      Thread.sleep(Duration.ofMinutes(2));
    }
  }
}
