package io.fengsui.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostTurnsTest {
  @Test
  void never_more_requests_to_a_host_than_allowed() throws Exception {
    HostTurns turns = new HostTurns(3, Clock.systemUTC());
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    run(24, () -> {
      try (var turn = turns.take("Host.example", Duration.ZERO)) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.sleep(5);
        now.decrementAndGet();
      }
      return null;
    });
    assertThat(most).hasValue(3);
  }

  @Test
  void requests_side_by_side_keep_their_distance_too() throws Exception {
    HostTurns turns = new HostTurns(4, Clock.systemUTC());
    List<Long> starts = new CopyOnWriteArrayList<>();
    run(4, () -> {
      try (var turn = turns.take("host.example", Duration.ofMillis(50))) {
        starts.add(System.nanoTime());
      }
      return null;
    });
    // Each of them may wake up late, but never before the one ahead has had its pause.
    assertThat(Collections.max(starts) - Collections.min(starts)).isGreaterThan(Duration.ofMillis(130).toNanos());
  }

  @Test
  void one_host_does_not_wait_for_another() throws Exception {
    HostTurns turns = new HostTurns(1, Clock.systemUTC());
    long start = System.nanoTime();
    try (var one = turns.take("one.example", Duration.ofSeconds(9));
        var two = turns.take("two.example", Duration.ofSeconds(9))) {
      assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(1).toNanos());
    }
  }

  private static void run(int threads, Callable<?> task) throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(Collections.nCopies(threads, task)))
        done.get();
    }
  }
}
