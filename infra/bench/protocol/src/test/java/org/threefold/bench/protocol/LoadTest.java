package org.threefold.bench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Run RUN = new Run(7, 3);

  /** Takes effect at once, after the delay it is given. */
  private static final class Direct implements Subject {

    private final Effects effects;
    private final Duration delay;
    private final List<String> held = new CopyOnWriteArrayList<>();
    private volatile boolean holding;

    Direct(Effects effects, Duration delay) {
      this.effects = effects;
      this.delay = delay;
    }

    @Override
    public Where prepare(Run run, Effects effects) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(String id, int bytes) throws InterruptedException {
      if (holding) {
        held.add(id);
        return;
      }
      Thread.sleep(delay);
      effects.stored(id);
    }

    @Override
    public void hold() {
      holding = true;
    }

    @Override
    public void say() {
      holding = false;
      held.forEach(effects::stored);
    }

    @Override
    public void close() {}
  }

  private final Effects effects = new Effects(RUN);

  @AfterEach
  void nothing_is_missing_afterwards() {
    assertThat(effects.missing()).isZero();
  }

  @Test
  void bursts_of_a_run_go_on_with_new_aggregates() throws Exception {
    Load load = new Load(new Direct(effects, Duration.ZERO), RUN, effects);

    assertThat(load.burst(new Order.Burst(100, 4, 300)).events()).isEqualTo(100);
    assertThat(load.burst(new Order.Burst(50, 4, 300)).duplicatesSeen()).isZero();
    assertThat(effects.storedAt(149)).isNotZero();
  }

  @Test
  void a_fact_that_takes_effect_twice_is_counted() throws Exception {
    Load load = new Load(new Direct(effects, Duration.ZERO), RUN, effects);
    load.burst(new Order.Burst(10, 1, 300));

    effects.stored(RUN.id(3));

    assertThat(effects.repeated()).isEqualTo(1);
  }

  @Test
  void latency_counts_from_when_a_write_was_due_not_from_when_it_began() throws Exception {
    Load load = new Load(new Direct(effects, Duration.ofMillis(400)), RUN, effects);

    // 64 threads, 400 ms each: 160 a second, where 400 a second are due.
    Answer.Pace pace = load.pace(new Order.Pace(400, 1, 300));

    assertThat(pace.sent()).isEqualTo(400);
    assertThat(pace.late()).isPositive();
    assertThat(pace.maxMicros()).isGreaterThan(1_000_000);
  }

  @Test
  void a_backlog_is_timed_from_the_moment_it_is_let_go() throws Exception {
    Load load = new Load(new Direct(effects, Duration.ZERO), RUN, effects);

    Answer.Backlog backlog = load.backlog(new Order.Backlog(20, 2, 300));

    assertThat(backlog.events()).isEqualTo(20);
    assertThat(backlog.drainNanos()).isPositive();
  }

  @Test
  void ids_name_run_and_number_and_data_is_as_long_as_asked() {
    assertThat(RUN.id(42)).isEqualTo("N-511500000007-20261125-000042");
    assertThat(RUN.indexOf(RUN.id(42))).isEqualTo(42);
    assertThat(new Run(8, 1).indexOf(RUN.id(42))).isEqualTo(-1);
    assertThat(Run.data(RUN.id(42), 300)).hasSize(300);
  }
}
