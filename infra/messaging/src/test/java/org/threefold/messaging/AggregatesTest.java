package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.messaging.Tally.asked;
import static org.threefold.messaging.Tally.heard;
import static org.threefold.messaging.Tally.more;
import static org.threefold.messaging.Tally.need;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;

/** One decision is one write of one document, whoever else writes. */
class AggregatesTest {

  private final Workbench bench = new Workbench();
  private final Workbench.Instance process = bench.process();

  @AfterEach
  void close() {
    process.close();
    bench.close();
  }

  @Test
  void a_decision_stores_state_facts_and_cause_in_one_document() {
    var stored =
        process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));

    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.state().count()).isEqualTo(1);
    Document document = bench.document(need(1).value());
    assertThat(document.getLong("version")).isEqualTo(1);
    assertThat(document.getList("outbox", Document.class)).hasSize(1);
    assertThat(document.getString("ob")).endsWith(":" + need(1));
    assertThat(document.getString("division")).isEqualTo("511523100001");
    assertThat(document.get("state", Document.class))
        .containsEntry("count", 1)
        .doesNotContainKey("_class");
  }

  @Test
  void a_state_is_read_as_it_was_written() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));

    assertThat(process.tallies.find(need(1).value()))
        .hasValue(
            new Versioned<>(
                need(1).value(), 1, new Tally(1, NeedCategory.OTHER, Tally.NOON, Tally.today())));
    assertThat(process.tallies.find(need(2).value())).isEmpty();
  }

  @Test
  void a_repeated_request_is_answered_and_not_decided_again() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));
    var again =
        process.tallies.decide(
            need(1).value(),
            asked("a"),
            _ -> {
              throw new AssertionError("decided again");
            });

    assertThat(again.version()).isEqualTo(1);
  }

  @Test
  void a_request_key_with_another_body_is_refused_and_nothing_is_stored() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));
    var other = new Cause.Asked("a", "another hash", null, "RM_WORKER@x", Tally.NOON, null);

    assertThatThrownBy(
            () -> process.tallies.decide(need(1).value(), other, more(need(1), NeedCategory.OTHER)))
        .isInstanceOf(KeyReused.class);
    assertThat(bench.document(need(1).value()).getLong("rev")).isEqualTo(1);
  }

  @Test
  void a_fact_heard_again_or_late_changes_nothing() {
    process.tallies.decide(need(1).value(), heard("P-1", 5), more(need(1), NeedCategory.REHAB));
    process.tallies.decide(need(1).value(), heard("P-1", 5), more(need(1), NeedCategory.REHAB));
    process.tallies.decide(need(1).value(), heard("P-1", 4), more(need(1), NeedCategory.REHAB));

    assertThat(bench.document(need(1).value()).getLong("version")).isEqualTo(1);
  }

  @Test
  void a_fact_that_changed_nothing_is_remembered_all_the_same() {
    process.tallies.decide(need(1).value(), heard("P-1", 5), _ -> List.of());
    process.tallies.decide(need(1).value(), heard("P-1", 5), more(need(1), NeedCategory.REHAB));

    Document document = bench.document(need(1).value());
    assertThat(document.getLong("version")).isZero();
    assertThat(document).doesNotContainKey("ob");
  }

  @Test
  void a_refusal_reaches_the_caller_and_stores_nothing() {
    assertThatThrownBy(() ->
            process.tallies.decide(
                need(1).value(),
                asked("a"),
                _ -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(process.tallies.find(need(1).value())).isEmpty();
  }

  @Test
  void a_refusal_rests_on_what_another_process_wrote_meanwhile() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));
    try (Workbench.Instance other = bench.process()) {
      other.tallies.decide(need(1).value(), asked("b"), more(need(1), NeedCategory.REHAB));
    }

    var seen = new ArrayList<Integer>();
    assertThatThrownBy(() ->
            process.tallies.decide(
                need(1).value(),
                asked("c"),
                tally -> {
                  seen.add(tally.count());
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(seen).endsWith(2);
  }

  @Test
  void what_changes_nothing_is_answered_with_what_another_process_wrote_meanwhile() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));
    try (Workbench.Instance other = bench.process()) {
      other.tallies.decide(need(1).value(), asked("b"), more(need(1), NeedCategory.REHAB));
    }

    var again =
        process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));
    assertThat(again.version()).isEqualTo(2);
  }

  @Test
  void what_begins_and_is_there_already_goes_on_from_what_is_there() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));
    try (Workbench.Instance other = bench.process()) {
      var begun =
          other.tallies.begin(need(1).value(), asked("b"), more(need(1), NeedCategory.REHAB));
      assertThat(begun.version()).isEqualTo(2);
      assertThat(begun.state().count()).isEqualTo(2);

      var again = other.tallies.begin(need(1).value(), asked("a"), _ -> List.of());
      assertThat(again.version()).isEqualTo(2);
    }
  }

  @Test
  void what_begins_is_written_without_a_look() {
    var begun =
        process.tallies.begin(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));

    assertThat(bench.reads()).isZero();
    assertThat(begun.version()).isEqualTo(1);
    assertThat(bench.document(need(1).value()).getLong("rev")).isEqualTo(1);
  }

  @Test
  void an_expected_version_is_compared() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));
    var stale = new Cause.Asked("b", "h", 0L, "RM_WORKER@x", Tally.NOON, null);
    var right = new Cause.Asked("c", "h", 1L, "RM_WORKER@x", Tally.NOON, null);

    assertThatThrownBy(
            () -> process.tallies.decide(need(1).value(), stale, more(need(1), NeedCategory.OTHER)))
        .isInstanceOf(StaleVersion.class);
    assertThat(
            process
                .tallies
                .decide(need(1).value(), right, more(need(1), NeedCategory.OTHER))
                .version())
        .isEqualTo(2);
  }

  @Test
  void a_fact_about_another_aggregate_is_a_defect_and_is_not_stored() {
    assertThatThrownBy(() ->
            process.tallies.decide(need(1).value(), asked("a"), more(need(2), NeedCategory.OTHER)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(process.tallies.find(need(1).value())).isEmpty();
  }

  @Test
  void two_processes_on_one_store_lose_and_double_nothing() {
    try (Workbench.Instance other = bench.process()) {
      process.saying();
      other.saying();
      List<CompletableFuture<?>> answers = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        var into = i % 2 == 0 ? process : other;
        var need = need(1 + i % 40);
        answers.add(
            into.tallies.submit(need.value(), asked("k" + i), more(need, NeedCategory.CULTURE)));
      }
      answers.forEach(CompletableFuture::join);

      long facts = 0;
      for (int n = 1; n <= 40; n++) {
        Document document = bench.document(need(n).value());
        facts += document.getLong("version");
        assertThat(document.get("state", Document.class).getInteger("count"))
            .isEqualTo(document.getLong("version").intValue());
      }
      assertThat(facts).isEqualTo(400);
      org.awaitility.Awaitility.await()
          .untilAsserted(() -> assertThat(bench.withSomethingToSay()).isZero());
      assertThat(bench.outlet.versionsInOrder().values().stream().mapToLong(it -> it).sum())
          .isEqualTo(400);
    }
  }

  @Test
  void private_words_are_kept_in_the_same_write_and_never_said() {
    var secretive =
        new Decision<Tally, NeedEvent>() {
          @Override
          public List<NeedEvent> decide(Tally tally) {
            return List.of(new NeedEvent.NeedSorted(need(1), NeedCategory.REHAB, 0));
          }

          @Override
          public Tally keep(Tally after, List<? extends NeedEvent> facts) {
            return new Tally(after.count() + 100, after.last(), after.due(), after.day());
          }
        };
    var stored = process.tallies.decide(need(1).value(), asked("a"), secretive);

    assertThat(stored.state().count()).isEqualTo(101);
    assertThat(process.tallies.find(need(1).value())).hasValue(stored);
  }

  @Test
  void what_is_due_is_found_earliest_first_and_only_then() {
    process.tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.OTHER));
    process.tallies.decide(need(2).value(), asked("b"), more(need(2), NeedCategory.REHAB));

    assertThat(process.tallies.due(Tally.NOON.minusMillis(1), 10)).isEmpty();
    assertThat(process.tallies.due(Tally.NOON, 10)).containsExactly(need(1).value());
  }

  @Test
  void pages_follow_the_ids() {
    for (int n = 1; n <= 5; n++) {
      process.tallies.decide(need(n).value(), asked("k" + n), more(need(n), NeedCategory.OTHER));
    }

    var all = new Document("division", "511523100001");
    assertThat(process.tallies.page(all, null, 2))
        .extracting(Versioned::id)
        .containsExactly(need(1).value(), need(2).value());
    assertThat(process.tallies.page(all, need(2).value(), 10))
        .extracting(Versioned::id)
        .containsExactly(need(3).value(), need(4).value(), need(5).value());
    assertThat(process.tallies.page(new Document("state.last", "REHAB"), null, 10)).isEmpty();
  }
}
