package org.threefold.e2e.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.e2e.checking.Said.fact;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class KeptTest {

  private final Report report = new Report();
  private final Streams streams = new Streams(report);
  private final Kept kept = new Kept(report);

  private static Document aggregate(String id, long version, Document... outbox) {
    return new Document("_id", id)
        .append("rev", version)
        .append("version", version)
        .append("outbox", List.of(outbox));
  }

  private void say(String stream, int versions) {
    for (int version = 1; version <= versions; version++) {
      streams.hear(fact("needs", version - 1, stream, version, "{}"));
    }
  }

  @Test
  void what_is_kept_and_said_to_the_same_version_is_right() {
    say("need/N-1", 2);
    say("thanks/N-1", 1);
    kept.see("needs", "needs", aggregate("N-1", 2));
    kept.see("needs", "thanks", aggregate("N-1", 1));
    kept.see("needs", "known", aggregate("P-1", 0));
    kept.see("needs", "numbers", new Document("_id", "need").append("last", 7));
    kept.compare("needs", streams);

    assertThat(report.violations()).isEmpty();
    assertThat(report.counts()).containsEntry("aggregates in needs", 2L);
  }

  @Test
  void a_fact_that_never_reached_the_topic_is_found() {
    say("need/N-1", 2);
    kept.see("needs", "needs", aggregate("N-1", 3));
    kept.see("needs", "needs", aggregate("N-2", 1));
    kept.compare("needs", streams);

    assertThat(report.violations())
        .containsExactly(
            "N-1 is kept at version [3] in needs, and said up to [2]",
            "N-2 is kept at version [1] in needs, and said up to []");
  }

  @Test
  void a_fact_that_nobody_keeps_is_found() {
    say("need/N-1", 2);
    say("need/N-2", 1);
    kept.see("needs", "needs", aggregate("N-1", 1));
    kept.compare("needs", streams);

    assertThat(report.violations())
        .containsExactly(
            "N-1 is kept at version [1] in needs, and said up to [2]",
            "N-2 is said on needs, and kept nowhere");
  }

  @Test
  void a_fact_that_waits_in_its_document_is_found() {
    kept.see("needs", "needs", aggregate("N-1", 1, new Document("v", 1L)).append("ob", "07:N-1"));

    assertThat(report.violations()).containsExactly("needs.needs N-1 has 1 facts to say");
  }

  @Test
  void a_document_that_the_sweep_cannot_see_or_sees_in_vain_is_found() {
    kept.see("needs", "needs", aggregate("N-1", 1, new Document("v", 1L)));
    kept.see("needs", "needs", aggregate("N-2", 1).append("ob", "07:N-2"));

    assertThat(report.violations())
        .containsExactly(
            "needs.needs N-1 has 1 facts to say",
            "needs.needs N-1 has 1 facts to say, and ob is null",
            "needs.needs N-2 has 0 facts to say, and ob is 07:N-2");
  }

  @Test
  void what_is_parked_is_found() {
    kept.see("needs", "parked", new Document("_id", "projects|0|7").append("reason", "no sense"));

    assertThat(report.violations())
        .containsExactly("needs.parked projects|0|7 is parked: no sense");
  }
}
