package io.fengsui.indexer.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One frugal engine for all integration tests of a JVM: started by the first that asks, ended with the JVM. Its data stays under
 * {@code target/shared-engine}, so tests name their indices by {@link #name}.
 */
public final class SharedEngine {
  private static final Path DATA = Path.of("target/shared-engine");
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static @Nullable SearchEngine engine;

  private SharedEngine() {}

  /** The engine, started. */
  public static synchronized SearchEngine get() {
    SearchEngine running = engine;
    if (running == null) {
      running = SearchEngines.choose(settings(DATA));
      running.start();
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      engine = running;
    }
    return running;
  }

  /** Its address, such as {@code http://127.0.0.1:39200}. */
  public static String address() {
    get();
    return "http://127.0.0.1:" + Folder.number(Folder.of(settings(DATA), "9").port());
  }

  /** A name for an index, or a prefix for several, that no other test has. */
  public static String name(Class<?> test) {
    return test.getSimpleName().toLowerCase(Locale.ROOT) + "-" + Long.toString(System.currentTimeMillis(), 36) + "-"
        + NAMES.incrementAndGet();
  }

  /** Settings of a frugal engine of one's own with its data in the folder. */
  public static EngineSettings settings(Path data) {
    return new EngineSettings(List.of(), null, home(), data, 0, "256m", true);
  }

  private static Path home() {
    try (Stream<Path> unpacked = Files.list(Path.of("target/engines"))) {
      return unpacked.filter(path -> path.getFileName().toString().startsWith("elasticsearch-")).findFirst()
          .orElseThrow();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("the build unpacks Elasticsearch to target/engines", e);
    }
  }
}
