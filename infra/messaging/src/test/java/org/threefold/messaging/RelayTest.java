package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.messaging.Tally.asked;
import static org.threefold.messaging.Tally.more;
import static org.threefold.messaging.Tally.need;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threefold.events.NeedCategory;

/** What is stored is said, at least once and in order, whatever dies in between. */
class RelayTest {

  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  private void decide(Workbench.Instance process, int number, int times) {
    for (int i = 0; i < times; i++) {
      process.tallies.decide(
          need(number).value(), asked(number + "-" + i), more(need(number), NeedCategory.CULTURE));
    }
  }

  private void awaitAllSaid() {
    await().untilAsserted(() -> assertThat(bench.withSomethingToSay()).isZero());
  }

  @Test
  void facts_are_said_once_and_cleared() {
    try (var process = bench.process().saying()) {
      decide(process, 1, 3);
      awaitAllSaid();
      assertThat(bench.outlet.ids())
          .containsExactly(
              "need/" + need(1) + "@1", "need/" + need(1) + "@2", "need/" + need(1) + "@3");
    }
  }

  @Test
  void what_a_process_stored_and_did_not_say_is_said_by_the_next() {
    try (var died = bench.process()) {
      decide(died, 1, 3);
      decide(died, 2, 1);
    }
    assertThat(bench.outlet.ids()).isEmpty();

    try (var _ = bench.process().saying()) {
      awaitAllSaid();
      assertThat(bench.outlet.versionsInOrder())
          .containsEntry("need/" + need(1), 3L)
          .containsEntry("need/" + need(2), 1L);
    }
  }

  @Test
  void more_than_one_look_can_hold_is_said_all_the_same() {
    int many = 1700;
    try (var died = bench.process()) {
      for (int from = 1; from <= many; from += 100) {
        IntStream.range(from, from + 100)
            .mapToObj(it ->
                died.tallies.submit(
                    need(it).value(), asked("a"), more(need(it), NeedCategory.REHAB)))
            .toList()
            .forEach(CompletableFuture::join);
      }
    }
    assertThat(bench.withSomethingToSay()).isEqualTo(many);

    try (var process = bench.process().saying()) {
      awaitAllSaid();
      assertThat(bench.outlet.ids()).hasSize(many).doesNotHaveDuplicates();
      await().untilAsserted(() -> assertThat(process.relay.unsaid()).isZero());
    }
  }

  @Test
  void what_was_said_and_not_cleared_is_said_again_in_order() {
    bench.outlet.fail(RecordingOutlet.Failure.AFTER, 1);
    try (var process = bench.process().saying()) {
      decide(process, 1, 2);
      awaitAllSaid();
      assertThat(bench.outlet.versionsInOrder()).containsEntry("need/" + need(1), 2L);
      assertThat(bench.outlet.ids()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void while_the_broker_is_away_decisions_go_on_and_are_said_later() {
    bench.outlet.fail(RecordingOutlet.Failure.BEFORE, 3);
    try (var process = bench.process().saying()) {
      decide(process, 1, 5);
      await().until(process.relay::isFailing);
      assertThat(bench.document(need(1).value()).getLong("version")).isEqualTo(5);
      awaitAllSaid();
      assertThat(bench.outlet.versionsInOrder()).containsEntry("need/" + need(1), 5L);
      assertThat(process.relay.isFailing()).isFalse();
    }
  }

  @Test
  void what_another_process_wrote_since_is_not_counted_as_unsaid_when_it_is_said() {
    try (var one = bench.process();
        var other = bench.process()) {
      decide(one, 1, 1);
      decide(other, 1, 2);
      one.saying();
      awaitAllSaid();
      await().untilAsserted(() -> assertThat(one.relay.unsaid()).isZero());
      assertThat(bench.outlet.versionsInOrder()).containsEntry("need/" + need(1), 2L);
    }
  }

  @Test
  void what_failed_here_and_was_said_by_another_process_is_not_counted_as_unsaid_for_ever() {
    try (var one = bench.process();
        var other = bench.process()) {
      bench.outlet.fail(RecordingOutlet.Failure.BEFORE, 1);
      one.saying();
      decide(one, 1, 1);
      await().until(one.relay::isFailing);
      other.saying();
      awaitAllSaid();
      await().untilAsserted(() -> assertThat(one.relay.unsaid()).isZero());
    }
  }

  @Test
  void an_aggregate_that_may_say_nothing_for_long_is_refused_in_the_end_and_loses_nothing() {
    try (var silent = bench.process()) {
      decide(silent, 1, MongoAggregates.MAX_OUTBOX);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> decideOneMore(silent))
          .isInstanceOf(Busy.class);
    }
    try (var process = bench.process().saying()) {
      awaitAllSaid();
      decideOneMore(process);
      awaitAllSaid();
      assertThat(bench.outlet.versionsInOrder())
          .containsEntry("need/" + need(1), MongoAggregates.MAX_OUTBOX + 1L);
    }
  }

  private void decideOneMore(Workbench.Instance process) {
    process.tallies.decide(need(1).value(), asked("more"), more(need(1), NeedCategory.CULTURE));
  }
}
