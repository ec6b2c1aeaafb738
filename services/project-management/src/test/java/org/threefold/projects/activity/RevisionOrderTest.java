package org.threefold.projects.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.activity.AnActivity.END;
import static org.threefold.projects.activity.AnActivity.START;
import static org.threefold.projects.activity.AnActivity.cancelled;
import static org.threefold.projects.activity.AnActivity.published;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.OfActivity;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.AnActivity.Words;

/**
 * Revisions shuffled, doubled and late: the same stands in the end, and a replay changes nothing.
 */
class RevisionOrderTest {

  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int ROUNDS = 500;

  /** What must not depend on the order. */
  record Stands(
      Status status,
      int revision,
      @Nullable ActivityPlan plan,
      DepartmentActivity.@Nullable Words words) {

    static Stands of(DepartmentActivity it) {
      return new Stands(it.status(), it.revision(), it.plan(), it.words());
    }
  }

  @Test
  void the_newest_good_revision_stands_whatever_the_order() {
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<ActivityCommand> inOrder = publications(random);
      DepartmentActivity expected = heard(inOrder);
      List<ActivityCommand> shuffled = new ArrayList<>(inOrder);
      for (ActivityCommand one : inOrder) {
        for (int again = random.nextInt(3); again > 0; again--) {
          shuffled.add(one);
        }
      }
      Collections.shuffle(shuffled, random);
      DepartmentActivity activity = heard(shuffled);
      assertThat(Stands.of(activity))
          .as("seed %d, round %d: %s", SEED, round, shuffled)
          .isEqualTo(Stands.of(expected));
      for (ActivityCommand once : shuffled) {
        assertThat(activity.hear(once)).as("seed %d, again %s", SEED, once).isEmpty();
      }
    }
  }

  @Test
  void a_cancelled_activity_stays_cancelled_whatever_comes_again() {
    List<ActivityCommand> said =
        List.of(published(1), published(2), cancelled(3, START), published(4));
    DepartmentActivity activity = heard(said);
    assertThat(activity.status()).isEqualTo(Status.CANCELLED);
    var random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      List<ActivityCommand> again = new ArrayList<>(said);
      Collections.shuffle(again, random);
      for (ActivityCommand one : again) {
        assertThat(activity.hear(one)).as("seed %d: %s", SEED, one).isEmpty();
      }
    }
  }

  @Test
  void an_early_revision_is_rejected_at_first_and_stands_when_the_first_has_come() {
    DepartmentActivity early = heard(List.of(published(3), published(2)));
    assertThat(early.status()).isEqualTo(Status.REJECTED);
    assertThat(early.refusals())
        .extracting(DepartmentActivity.Refusal::codes)
        .containsOnly(List.of("PROJ-066"));
    assertThat(early.hear(published(1)))
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("DepartmentActivityAccepted", "DepartmentActivityRevised");
    DepartmentActivity whole = heard(List.of(published(3), published(2), published(1)));
    assertThat(whole.words()).isEqualTo(new DepartmentActivity.Words("童伴计划 第3版", "童伴之家"));
    assertThat(whole.early()).isNull();
  }

  @Test
  void an_early_revision_stands_even_if_the_first_is_rejected() {
    Publish bad = Words.of(1).lasting(END, START).said();
    DepartmentActivity activity = heard(List.of(published(2), bad));
    assertThat(activity.status()).isEqualTo(Status.ACCEPTED);
    assertThat(activity.revision()).isEqualTo(2);
  }

  @Test
  void however_many_revisions_are_missing_the_memory_is_bounded() {
    Revisions settled = Revisions.NONE;
    for (int revision = 2; revision <= 1000; revision += 2) {
      settled = settled.with(revision);
      assertThat(settled.above().size()).isLessThanOrEqualTo(Revisions.MOST_ABOVE);
      assertThat(settled.has(revision)).isTrue();
    }
    assertThat(settled.highest()).isEqualTo(1000);
    Revisions dense = Revisions.NONE;
    for (int revision : new int[] {3, 1, 2, 5, 4}) {
      assertThat(dense.has(revision)).isFalse();
      dense = dense.with(revision);
    }
    assertThat(dense).isEqualTo(new Revisions(5, List.of()));
  }

  /** Some revisions from 1 on, with holes; some of them break a rule. */
  private static List<ActivityCommand> publications(Random random) {
    var revisions = new TreeSet<Integer>();
    revisions.add(1);
    for (int more = random.nextInt(8); more > 0; more--) {
      revisions.add(2 + random.nextInt(12));
    }
    return revisions.stream()
        .<ActivityCommand>map(revision ->
            random.nextInt(3) == 0 ? Words.of(revision).meantFor().said() : published(revision))
        .toList();
  }

  private static DepartmentActivity heard(List<ActivityCommand> commands) {
    DepartmentActivity activity = DepartmentActivity.UNKNOWN;
    for (ActivityCommand command : commands) {
      List<OfActivity> facts = activity.hear(command);
      DepartmentActivity next = activity;
      for (OfActivity fact : facts) {
        next = next.after(fact);
      }
      activity = next.keep(command, facts);
    }
    return activity;
  }
}
