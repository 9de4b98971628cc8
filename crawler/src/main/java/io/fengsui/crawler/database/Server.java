package io.fengsui.crawler.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's process. It outlives a killed JVM, and so it is known by its pid file. Only the holder of the folder's
 * lock may make, start or stop it.
 */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** After a crash PostgreSQL reads its log before it answers: give it time. */
  private static final int SECONDS_TO_START = 300;

  private final ServerFolder folder;
  private final int connections;

  Server(ServerFolder folder, int connections) {
    this.folder = folder;
    this.connections = connections;
  }

  /** Whether its process lives. Costs a look at a file, so that it can be asked often. */
  boolean alive() {
    return pid().flatMap(ProcessHandle::of).filter(Server::isPostgres).isPresent();
  }

  /** Makes the data folder where there is none. A making that was cut short is begun anew. */
  void make(Path programs, List<String> prefix) throws IOException {
    if (Files.exists(folder.data()))
      return;
    Path fresh = folder.path().resolve("data.new");
    Trees.delete(fresh);
    LOG.info("Making a PostgreSQL data folder in {}", folder.data());
    run(prefix, 120, program(programs, "initdb"), "-D", fresh.toString(), "-U", "fengsui", "-A", "scram-sha-256",
        "--pwfile", folder.passwordFile().toString(), "--locale=C", "-E", "UTF8");
    Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude_if_exists = '../server.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(fresh, folder.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts it and returns when it answers. */
  void start(Path programs, List<String> prefix, int port) throws IOException {
    Files.writeString(folder.path().resolve("server.conf"), configuration(port));
    forgetStranger();
    run(prefix, SECONDS_TO_START + 10, program(programs, "pg_ctl"), "start", "-D", folder.data().toString(), "-l",
        folder.log().resolve("start.log").toString(), "-w", "-t", String.valueOf(SECONDS_TO_START));
  }

  /** Stops it, at the cost of a recovery at the next start where it does not stop in time. */
  void stop(Path programs, List<String> prefix) throws IOException {
    try {
      stop(programs, prefix, "fast", 25);
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop in time, stopping it at once: {}", e.getMessage());
      stop(programs, prefix, "immediate", 10);
    }
  }

  private void stop(Path programs, List<String> prefix, String mode, int seconds) throws IOException {
    if (alive())
      run(prefix, seconds + 10, program(programs, "pg_ctl"), "stop", "-D", folder.data().toString(), "-m", mode, "-w",
          "-t", String.valueOf(seconds));
  }

  /** The port of the living server, by its pid file. */
  Optional<Integer> port() {
    return pidFile(3).map(Integer::valueOf);
  }

  private Optional<Long> pid() {
    return pidFile(0).map(Long::valueOf);
  }

  /** A line of PostgreSQL's {@code postmaster.pid}: 0 is the pid, 3 the port. */
  private Optional<String> pidFile(int line) {
    try {
      List<String> lines = Files.readAllLines(folder.data().resolve("postmaster.pid"));
      return lines.size() > line && lines.get(line).strip().matches("\\d{1,10}")
          ? Optional.of(lines.get(line).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** After a restart of the machine another process may have the pid in the file: PostgreSQL would refuse to start. */
  private void forgetStranger() throws IOException {
    if (pid().flatMap(ProcessHandle::of).isPresent() && !alive())
      Files.deleteIfExists(folder.data().resolve("postmaster.pid"));
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid())
        && process.info().command().map(path -> path.contains("postgres")).orElse(true);
  }

  /** In a container whose first process does not collect the dead, a killed server stays in the list of processes. */
  private static boolean zombie(long pid) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), "stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private String configuration(int port) {
    return """
        # Written at each start.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = %d
        fsync = on
        shared_buffers = 128MB
        work_mem = 16MB
        maintenance_work_mem = 64MB
        max_wal_size = 1GB
        random_page_cost = 1.1
        jit = off
        idle_in_transaction_session_timeout = 15min
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgresql-%%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        """.formatted(port, Math.max(100, 3 * connections + 10));
  }

  private static String program(Path programs, String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  /** Output goes to a file: a pipe would stay open for as long as the server lives. */
  private void run(List<String> prefix, int seconds, String... command) throws IOException {
    Path output = folder.log().resolve(Path.of(command[0]).getFileName() + ".log");
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    if (finished(process, seconds) && process.exitValue() == 0)
      return;
    process.destroyForcibly();
    throw new IOException("%s failed, see %s: %s".formatted(Path.of(command[0]).getFileName(), folder.log(),
        Files.readString(output, StandardCharsets.ISO_8859_1).strip()));
  }

  private static boolean finished(Process process, int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
