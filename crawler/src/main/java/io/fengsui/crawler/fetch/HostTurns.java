package io.fengsui.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * So many requests to a host at a time and no more, first come first served; a pause between two; silence for as long as the
 * host asked for it. Of this process: nodes of a cluster do not wait for each other.
 */
final class HostTurns {
  private static final int MOST_HOSTS = 10_000;

  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
  private final int atOnce;
  private final Clock clock;

  /** @param atOnce requests to one host at a time */
  HostTurns(int atOnce, Clock clock) {
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /** Waits for the host's turn; close it when the response is read. */
  Turn take(String name, Duration delay) throws InterruptedException {
    var host = host(name);
    host.free.acquire();
    try {
      long wait = host.reserve(delay.toNanos());
      if (wait > 0)
        Thread.sleep(Duration.ofNanos(wait));
      return host;
    } catch (InterruptedException | RuntimeException e) {
      host.free.release();
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
    if (hosts.size() > MOST_HOSTS)
      hosts.values().removeIf(host -> host.idle(atOnce, clock.instant()));
    return hosts.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Host(atOnce));
  }

  /** The right to ask a host. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Host implements Turn {
    private static final long FORGOTTEN = Duration.ofMinutes(1).toNanos();

    private final Semaphore free;
    private volatile @Nullable Instant silentUntil;
    private boolean used;
    private long last;

    private Host(int atOnce) {
      free = new Semaphore(atOnce, true);
    }

    /** The nanoseconds to wait until the pause after the last request is over; whoever comes next waits from then on. */
    private synchronized long reserve(long delay) {
      long now = System.nanoTime();
      long wait = used ? Math.max(0, last + delay - now) : 0;
      used = true;
      last = now + wait;
      return wait;
    }

    private synchronized boolean idle(int atOnce, Instant now) {
      var until = silentUntil;
      return free.availablePermits() == atOnce && System.nanoTime() - last > FORGOTTEN
          && (until == null || until.isBefore(now));
    }

    @Override
    public void close() {
      synchronized (this) {
        last = Math.max(last, System.nanoTime());
      }
      free.release();
    }
  }
}
