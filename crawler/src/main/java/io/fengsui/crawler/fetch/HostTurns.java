package io.fengsui.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One request to a host at a time, a pause between two, and silence for as long as the host asked for it. */
final class HostTurns {
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
  private final Clock clock;

  HostTurns(Clock clock) {
    this.clock = clock;
  }

  /** Waits for the host's turn; close it when the response is read. */
  Turn take(String name, Duration delay) throws InterruptedException {
    var host = host(name);
    host.lock.lockInterruptibly();
    try {
      long wait = host.free == 0 ? 0 : host.free + delay.toNanos() - System.nanoTime();
      if (wait > 0)
        Thread.sleep(Duration.ofNanos(wait));
      return host;
    } catch (InterruptedException | RuntimeException e) {
      host.lock.unlock();
      throw e;
    }
  }

  /** The host asked for silence. */
  void silence(String name, Duration wait) {
    host(name).silentUntil = clock.instant().plus(wait);
  }

  /** How long the host still wants silence, null where it may be asked. */
  @Nullable
  Duration silent(String name) {
    var until = host(name).silentUntil;
    var left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
    return left.isPositive() ? left : null;
  }

  private Host host(String name) {
    return hosts.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Host());
  }

  /** The right to ask a host. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Host implements Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private long free;
    private volatile @Nullable Instant silentUntil;

    @Override
    public void close() {
      free = System.nanoTime();
      lock.unlock();
    }
  }
}
