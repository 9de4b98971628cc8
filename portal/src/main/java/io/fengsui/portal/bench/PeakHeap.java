package io.fengsui.portal.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The largest heap in use while it watches, garbage included, sampled every few milliseconds. */
final class PeakHeap implements AutoCloseable {
  private static final Duration SAMPLE = Duration.ofMillis(10);

  private final Thread watch = Thread.ofPlatform().daemon().name("peak-heap").start(this::watch);
  private volatile long peak;

  private void watch() {
    while (!Thread.currentThread().isInterrupted())
      try {
        peak = Math.max(peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        Thread.sleep(SAMPLE);
      } catch (InterruptedException closed) {
        return;
      }
  }

  /** In MiB. */
  long mebibytes() {
    return peak >> 20;
  }

  /** The most that the heap may grow to, in MiB. */
  static long limitMebibytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
