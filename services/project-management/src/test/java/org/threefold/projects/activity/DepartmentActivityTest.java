package org.threefold.projects.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.activity.AnActivity.ACTIVITY;
import static org.threefold.projects.activity.AnActivity.CYL;
import static org.threefold.projects.activity.AnActivity.END;
import static org.threefold.projects.activity.AnActivity.FUND;
import static org.threefold.projects.activity.AnActivity.PUB;
import static org.threefold.projects.activity.AnActivity.ROOM;
import static org.threefold.projects.activity.AnActivity.START;
import static org.threefold.projects.activity.AnActivity.YOUTH_LEAGUE;
import static org.threefold.projects.activity.AnActivity.accepted;
import static org.threefold.projects.activity.AnActivity.cancelled;
import static org.threefold.projects.activity.AnActivity.given;
import static org.threefold.projects.activity.AnActivity.published;
import static org.threefold.projects.activity.AnActivity.rejected;
import static org.threefold.projects.activity.AnActivity.reported;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.ActivityId;
import org.threefold.events.ClientGroup;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityCancelled;
import org.threefold.events.ProjectEvent.DepartmentActivityRejected;
import org.threefold.events.ProjectEvent.DepartmentActivityReported;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.ProjectEvent.OfActivity;
import org.threefold.events.StationId;
import org.threefold.projects.activity.ActivityCommand.Cancel;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.ActivityCommand.Report;
import org.threefold.projects.activity.ActivityCommand.Speaker;
import org.threefold.projects.activity.AnActivity.Words;

/** Every guard of domain §3.3.3 both ways, to a system (a fact) and to a person (a refusal). */
class DepartmentActivityTest {

  private static final Figures FIGURES = new Figures(46, 138, 7, 0);
  private static final DepartmentActivityCancelled CANCELLED =
      new DepartmentActivityCancelled(ACTIVITY, CYL, 2);
  private static final DepartmentActivityReported REPORTED =
      new DepartmentActivityReported(ACTIVITY, CYL, 2, 46, 138, 7, 0);

  private static Function<DepartmentActivity, List<OfActivity>> heard(ActivityCommand command) {
    return activity -> activity.hear(command);
  }

  private static Function<DepartmentActivity, List<OfActivity>> asked(ActivityCommand command) {
    return activity -> activity.decide(command);
  }

  /** The rule refuses a first publication, to a system and to a person. */
  private static void refuses(Publish it, String... codes) {
    given().when(heard(it)).then(rejected(1, codes));
    given().when(asked(it)).thenRefused(codes[0]);
  }

  private static void allows(Words words) {
    given()
        .when(heard(words.said()))
        .then(new DepartmentActivityAccepted(ACTIVITY, CYL, 1, words.plan()));
    given()
        .when(asked(words.said()))
        .then(new DepartmentActivityAccepted(ACTIVITY, CYL, 1, words.plan()));
  }

  @Test
  void a_first_revision_that_breaks_no_rule_is_accepted() {
    allows(Words.of(1));
    allows(Words.of(1).in());
    allows(Words.of(1).at(null));
  }

  @Test
  void a_system_speaks_for_its_own_department_only() {
    Words words = Words.of(1);
    given()
        .when(heard(words.by(new Speaker(PUB, List.of(CYL)))))
        .then(new DepartmentActivityRejected(ACTIVITY, CYL, 1, List.of("PROJ-060")));
    given().when(asked(words.by(new Speaker(PUB, List.of(CYL))))).thenRefused("PROJ-060");
    given()
        .when(heard(words.by(new Speaker(PUB, List.of(CYL, PUB)))))
        .then(new DepartmentActivityAccepted(ACTIVITY, PUB, 1, words.plan()));
  }

  @Test
  void a_system_that_nobody_has_registered_is_rejected_and_has_no_department() {
    Publish it = Words.of(1).by(new Speaker(CYL, List.of()));
    given()
        .when(heard(it))
        .then(new DepartmentActivityRejected(ACTIVITY, null, 1, List.of("PROJ-062")));
    given().when(asked(it)).thenRefused("PROJ-062");
  }

  @Test
  void an_activity_does_not_end_before_it_starts_and_not_long_after() {
    allows(Words.of(1).lasting(START, START));
    allows(Words.of(1).lasting(START, Instant.parse("2037-01-03T01:00:00Z")));
    refuses(Words.of(1).lasting(START, START.minusMillis(1)).said(), "PROJ-006");
    refuses(Words.of(1).lasting(START, Instant.parse("2037-01-03T01:00:01Z")).said(), "PROJ-006");
    refuses(Words.of(1).lasting(Instant.MIN, END).said(), "PROJ-006");
    refuses(Words.of(1).lasting(Instant.MAX, Instant.MAX).said(), "PROJ-006");
  }

  @Test
  void it_is_for_somebody() {
    allows(Words.of(1).meantFor(ClientGroup.ELDER, ClientGroup.GIRL));
    refuses(Words.of(1).meantFor().said(), "PROJ-064");
  }

  @Test
  void its_units_are_known_and_not_too_many() {
    refuses(Words.of(1).by(YOUTH_LEAGUE, ROOM), "PROJ-065");
    StationId[] many =
        IntStream.rangeClosed(1, 61)
            .mapToObj(it -> new StationId("RM-511523100%03d".formatted(it)))
            .toArray(StationId[]::new);
    refuses(Words.of(1).in(many).said(), "PROJ-067");
    allows(Words.of(1).in(List.of(many).subList(0, 60).toArray(StationId[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"联系人 13812345678", "身份证11010519491231002X", "卡号6222 0212 3456 7894"})
  void neither_title_nor_place_leads_to_a_person(String words) {
    refuses(Words.of(1).titled(words).said(), "PROJ-061");
    refuses(Words.of(1).at(words).said(), "PROJ-061");
  }

  @Test
  void nor_does_what_the_system_calls_it() {
    assertThat(Guards.of(new ActivityId("dept-cyl:13812345678")))
        .map(Finding::code)
        .contains("PROJ-061");
    assertThat(Guards.of(new ActivityId("dept-cyl:2026-017"))).isEmpty();
    assertThat(Guards.of(new ActivityId("dept-cyl:41111111-1111-1111-1111-111111111111")))
        .isEmpty();
  }

  @Test
  void a_title_is_there_short_and_readable() {
    allows(Words.of(1).titled("伴".repeat(80)));
    for (String bad : List.of("", "  ", "伴".repeat(81), "童伴\u0000计划", "童伴\u202e计划")) {
      refuses(Words.of(1).titled(bad).said(), "PROJ-067");
    }
    refuses(Words.of(1).at("家".repeat(121)).said(), "PROJ-067");
  }

  @Test
  void what_costs_money_names_its_fund() {
    allows(Words.of(1).costing(0, null));
    allows(Words.of(1).costing(1, FUND));
    refuses(Words.of(1).costing(1, null).said(), "PROJ-063");
    refuses(Words.of(1).costing(-1, FUND).said(), "PROJ-067");
    refuses(Words.of(1).costing(100_000_000_001L, FUND).said(), "PROJ-067");
  }

  @Test
  void a_system_is_told_every_rule_it_broke_and_a_person_the_first() {
    Publish it =
        Words.of(1)
            .titled("")
            .meantFor()
            .lasting(END, START)
            .costing(5, null)
            .by(new Speaker(PUB, List.of(CYL)), ROOM);
    given()
        .when(heard(it))
        .then(
            new DepartmentActivityRejected(
                ACTIVITY,
                CYL,
                1,
                List.of("PROJ-060", "PROJ-067", "PROJ-006", "PROJ-064", "PROJ-065", "PROJ-063")));
    given().when(asked(it)).thenRefused("PROJ-060");
  }

  @Test
  void the_first_revision_is_the_first() {
    given().when(heard(published(2))).then(rejected(2, "PROJ-066"));
    given().when(asked(published(2))).thenRefused("PROJ-066");
  }

  @Test
  void a_newer_revision_replaces_and_an_older_or_the_same_changes_nothing() {
    given(accepted(1)).when(heard(published(3))).then(revised(3));
    given(accepted(1)).when(asked(published(3))).then(revised(3));
    given(accepted(1), revised(3)).when(heard(published(2))).then();
    given(accepted(1), revised(3)).when(heard(published(3))).then();
    given(accepted(1), revised(3)).when(heard(Words.of(3).titled("另一标题").said())).then();
    given(accepted(1), revised(3)).when(asked(published(1))).then();
  }

  @Test
  void a_rejected_revision_leaves_standing_what_stood_and_is_said_once() {
    Publish bad = Words.of(2).meantFor().said();
    given(accepted(1)).when(heard(bad)).then(rejected(2, "PROJ-064"));
    DepartmentActivity after = after(accepted(1), rejected(2, "PROJ-064"));
    assertThat(after.status()).isEqualTo(Status.ACCEPTED);
    assertThat(after.plan()).isEqualTo(Words.of(1).plan());
    assertThat(after.hear(bad)).isEmpty();
    assertThat(after.hear(published(3))).containsExactly(revised(3));
  }

  @Test
  void a_later_revision_may_put_right_what_was_rejected() {
    DepartmentActivity rejected = after(rejected(1, "PROJ-064"));
    assertThat(rejected.status()).isEqualTo(Status.REJECTED);
    assertThat(rejected.refusals())
        .containsExactly(new DepartmentActivity.Refusal(1, List.of("PROJ-064")));
    assertThat(rejected.hear(published(1))).isEmpty();
    assertThat(rejected.hear(published(2))).containsExactly(accepted(2));
  }

  @Test
  void it_is_cancelled_only_before_its_end() {
    given(accepted(1)).when(heard(cancelled(2, END.minusMillis(1)))).then(CANCELLED);
    given(accepted(1)).when(heard(cancelled(2, END))).then(rejected(2, "PROJ-068"));
    given(accepted(1)).when(asked(cancelled(2, END))).thenRefused("PROJ-068");
  }

  @Test
  void it_is_reported_only_after_its_start() {
    given(accepted(1)).when(heard(reported(2, FIGURES, START))).then(REPORTED);
    given(accepted(1))
        .when(heard(reported(2, FIGURES, START.minusMillis(1))))
        .then(rejected(2, "PROJ-069"));
    given(accepted(1))
        .when(asked(reported(2, FIGURES, START.minusMillis(1))))
        .thenRefused("PROJ-069");
  }

  @Test
  void attendances_are_not_fewer_than_heads_and_nothing_is_negative() {
    reports(new Figures(46, 46, 1, 0));
    reports(new Figures(0, 0, 0, 0));
    rejects(new Figures(46, 45, 1, 0), "PROJ-040");
    rejects(new Figures(-1, 0, 1, 0), "PROJ-067");
    rejects(new Figures(0, 0, -1, 0), "PROJ-067");
    rejects(new Figures(1_000_001, 1_000_001, 1, 0), "PROJ-067");
    rejects(new Figures(1, 1, 1, -1), "PROJ-067");
  }

  @Test
  void what_cost_money_was_to_be_paid_from_a_fund() {
    rejects(new Figures(1, 1, 1, 5), "PROJ-063");
    Words paid = Words.of(1).costing(9, new FundId("CYL-2027"));
    var funded = new DepartmentActivityAccepted(ACTIVITY, CYL, 1, paid.plan());
    given(funded)
        .when(heard(reported(2, new Figures(1, 1, 1, 5), END)))
        .then(new DepartmentActivityReported(ACTIVITY, CYL, 2, 1, 1, 1, 5));
  }

  @Test
  void only_what_stands_is_cancelled_or_reported() {
    given().when(heard(cancelled(1, START))).then(rejected(1, "PROJ-001"));
    given().when(asked(cancelled(1, START))).thenRefused("PROJ-001");
    given(rejected(1, "PROJ-064"))
        .when(heard(reported(2, FIGURES, START)))
        .then(rejected(2, "PROJ-001"));
    given(accepted(1), CANCELLED)
        .when(heard(reported(3, FIGURES, START)))
        .then(rejected(3, "PROJ-001"));
    given(accepted(1), REPORTED).when(heard(cancelled(3, START))).then(rejected(3, "PROJ-001"));
    given(accepted(1), REPORTED)
        .when(heard(reported(3, new Figures(1, 1, 1, 0), START)))
        .then(rejected(3, "PROJ-001"));
    given(accepted(1), CANCELLED).when(heard(published(3))).then(rejected(3, "PROJ-001"));
    given(accepted(1), REPORTED).when(asked(published(3))).thenRefused("PROJ-001");
  }

  @Test
  void another_department_neither_cancels_nor_reports() {
    var stranger = new Speaker(PUB, List.of(CYL));
    given(accepted(1))
        .when(heard(new Cancel(ACTIVITY, 2, stranger, START)))
        .then(rejected(2, "PROJ-060"));
    given(accepted(1))
        .when(heard(new Report(ACTIVITY, 2, stranger, FIGURES, START)))
        .then(rejected(2, "PROJ-060"));
  }

  @Test
  void what_is_said_twice_is_over_once() {
    given(accepted(1), CANCELLED).when(heard(cancelled(2, START))).then();
    given(accepted(1), CANCELLED).when(heard(cancelled(3, START))).then();
    given(accepted(1), REPORTED).when(heard(reported(2, FIGURES, START))).then();
    given(accepted(1), REPORTED).when(heard(reported(3, FIGURES, START))).then();
    given(accepted(1), rejected(2, "PROJ-069"))
        .when(heard(reported(2, FIGURES, START.minusSeconds(1))))
        .then();
  }

  @Test
  void a_clerk_need_not_know_the_revision() {
    given(accepted(1), rejected(4, "PROJ-064"))
        .when(asked(new Cancel(ACTIVITY, null, YOUTH_LEAGUE, START)))
        .then(new DepartmentActivityCancelled(ACTIVITY, CYL, 5));
    given(accepted(1))
        .when(asked(new Report(ACTIVITY, null, YOUTH_LEAGUE, FIGURES, START)))
        .then(REPORTED);
  }

  @Test
  void only_the_last_refusals_are_shown() {
    DepartmentActivity activity = DepartmentActivity.UNKNOWN;
    for (int revision = 1; revision <= 40; revision++) {
      activity = activity.after(rejected(revision, "PROJ-064"));
    }
    assertThat(activity.refusals()).hasSize(DepartmentActivity.MOST_REFUSALS);
    assertThat(activity.refusals().getLast().revision()).isEqualTo(40);
  }

  @Test
  void words_of_what_was_rejected_are_not_kept() {
    Publish bad = Words.of(1).titled("联系人 13812345678").said();
    List<OfActivity> facts = DepartmentActivity.UNKNOWN.hear(bad);
    DepartmentActivity kept = DepartmentActivity.UNKNOWN.after(facts.getFirst()).keep(bad, facts);
    assertThat(kept.words()).isNull();
    assertThat(kept.toString()).doesNotContain("138");
  }

  private static void reports(Figures figures) {
    given(accepted(1))
        .when(heard(reported(2, figures, START.plus(Duration.ofDays(1)))))
        .then(
            new DepartmentActivityReported(
                ACTIVITY,
                CYL,
                2,
                figures.persons(),
                figures.personTimes(),
                figures.sessions(),
                figures.costFen()));
  }

  private static void rejects(Figures figures, String code) {
    given(accepted(1)).when(heard(reported(2, figures, END))).then(rejected(2, code));
    given(accepted(1)).when(asked(reported(2, figures, END))).thenRefused(code);
  }

  private static DepartmentActivityRevised revised(int revision) {
    return new DepartmentActivityRevised(ACTIVITY, CYL, revision, Words.of(revision).plan());
  }

  private static DepartmentActivity after(OfActivity... facts) {
    DepartmentActivity activity = DepartmentActivity.UNKNOWN;
    for (OfActivity fact : facts) {
      activity = activity.after(fact);
    }
    return activity;
  }
}
