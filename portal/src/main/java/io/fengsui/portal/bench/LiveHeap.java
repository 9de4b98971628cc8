package io.fengsui.portal.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is left on the heap after the last collection, watched over time: the heap of a streaming program does not grow. */
final class LiveHeap implements AutoCloseable {
  private static final int TENTHS = 10;
  private static final long SAMPLE_MILLIS = 200;

  private final List<Long> samples = new ArrayList<>();
  private final Thread watch = Thread.ofPlatform().daemon().name("live-heap").start(this::watch);

  private void watch() {
    while (!Thread.currentThread().isInterrupted())
      try {
        Thread.sleep(SAMPLE_MILLIS);
        add(afterLastCollection());
      } catch (InterruptedException closed) {
        return;
      }
  }

  private synchronized void add(long bytes) {
    samples.add(bytes >> 20);
  }

  private static long afterLastCollection() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(GarbageCollectorMXBean::getLastGcInfo).filter(info -> info != null)
        .max((a, b) -> Long.compare(a.getEndTime(), b.getEndTime())).map(LiveHeap::after).orElse(0L);
  }

  private static long after(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> !pool.getKey().startsWith("Code") && !pool.getKey().contains("space") || pool.getKey()
            .startsWith("G1"))
        .map(java.util.Map.Entry::getValue).mapToLong(MemoryUsage::getUsed).sum();
  }

  /** The lowest of each tenth of the time, in MiB: a young collection leaves garbage of the old generation standing. */
  synchronized List<Long> tenths() {
    return IntStream.range(0, TENTHS).mapToObj(tenth -> samples.subList(samples.size() * tenth / TENTHS,
        samples.size() * (tenth + 1) / TENTHS)).filter(part -> !part.isEmpty())
        .map(part -> part.stream().min(Long::compare).orElseThrow()).toList();
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
