package io.fengsui.portal.wiring;

import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.source.SourceCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up what changes in the folder of sources, whoever changes it: the workbench, an editor, another node. */
final class SourceWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final SourceCatalog catalog;
  private final Schedule schedule;
  private List<String> known;
  private volatile boolean closed;

  SourceWatch(SourceCatalog catalog, Schedule schedule) {
    this.catalog = catalog;
    this.schedule = schedule;
    known = List.of();
  }

  /** Returns at once. */
  void start() {
    known = look();
    Thread.ofVirtual().name("source-watch").start(() -> {
      while (!closed) {
        pause();
        follow();
      }
    });
  }

  /** Takes up what changed since the last look. */
  synchronized void follow() {
    List<String> now = look();
    if (now.equals(known) || closed)
      return;
    try {
      take();
      known = now;
    } catch (RuntimeException away) {
      LOG.warn("The schedule follows the sources later: {}", away.getMessage());
    }
  }

  private void take() {
    catalog.reload();
    catalog.faults().forEach(fault -> LOG.warn("left out: {}", fault));
    schedule.replan();
    LOG.info("{} sources were read again", catalog.sources().size());
  }

  /** Names, sizes and times: enough to see a change, and cheap every ten seconds. */
  private List<String> look() {
    try (Stream<Path> files = Files.list(catalog.folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).map(SourceWatch::stamp).sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private static String stamp(Path file) {
    try {
      return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return file.getFileName() + " gone";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
