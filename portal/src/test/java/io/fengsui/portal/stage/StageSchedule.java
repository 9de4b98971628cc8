package io.fengsui.portal.stage;

import io.fengsui.crawler.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what was asked for and crawls nothing. */
public final class StageSchedule implements Schedule {
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  @Override
  public void start() {}

  @Override
  public void replan() {}

  @Override
  public boolean runNow(String source) {
    return running.add(source);
  }

  @Override
  public boolean running(String source) {
    return running.contains(source);
  }

  @Override
  public Optional<Instant> next(String source) {
    return Optional.of(Examples.NOW.plus(Duration.ofHours(3)));
  }

  @Override
  public void close() {}
}
