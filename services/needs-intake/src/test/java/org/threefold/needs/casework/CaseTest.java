package org.threefold.needs.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.casework.ACase.CASE;
import static org.threefold.needs.casework.ACase.GOAL;
import static org.threefold.needs.casework.ACase.NEED;
import static org.threefold.needs.casework.ACase.NOON;
import static org.threefold.needs.casework.ACase.TODAY;
import static org.threefold.needs.casework.ACase.TOWN;
import static org.threefold.needs.casework.ACase.UNTIL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Refused;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseEvent.CaseAssessed;
import org.threefold.events.CaseEvent.CaseClosed;
import org.threefold.events.CaseEvent.CaseEvaluated;
import org.threefold.events.CaseEvent.CaseFollowUpOverdue;
import org.threefold.events.CaseEvent.CaseFollowedUp;
import org.threefold.events.CaseEvent.CaseInterventionRecorded;
import org.threefold.events.CaseEvent.CaseOpened;
import org.threefold.events.CaseEvent.CasePlanAgreed;
import org.threefold.events.CaseEvent.CaseReferred;
import org.threefold.events.CaseMethod;
import org.threefold.events.CaseOutcome;
import org.threefold.events.CaseReceiver;
import org.threefold.events.RiskLevel;
import org.threefold.needs.Entry;
import org.threefold.needs.casework.CaseCommand.AgreePlan;
import org.threefold.needs.casework.CaseCommand.Assess;
import org.threefold.needs.casework.CaseCommand.Assess.Interview;
import org.threefold.needs.casework.CaseCommand.Close;
import org.threefold.needs.casework.CaseCommand.Countersign;
import org.threefold.needs.casework.CaseCommand.Draft;
import org.threefold.needs.casework.CaseCommand.Evaluate;
import org.threefold.needs.casework.CaseCommand.Goal;
import org.threefold.needs.casework.CaseCommand.Intervene;
import org.threefold.needs.casework.CaseCommand.LetTimePass;
import org.threefold.needs.casework.CaseCommand.LookAgain;
import org.threefold.needs.casework.CaseCommand.NoteNeedTold;
import org.threefold.needs.casework.CaseCommand.Refer;
import org.threefold.needs.casework.CaseCommand.RevisePlan;
import org.threefold.needs.casework.CaseCommand.StopEarly;

/** Each rule of casework, both ways. */
class CaseTest {

  private static final Instant MONTH_LATER = Instant.parse("2026-12-23T16:00:00Z");

  private static void refused(Case it, CaseCommand command, String code) {
    assertThatThrownBy(() -> it.decide(CASE, command))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void a_case_goes_through_all_its_stages() {
    Case it = new Case.Unknown();
    assertThat(it.decide(CASE, ACase.OPEN))
        .containsExactly(new CaseOpened(CASE, NEED, TOWN, "S-12"));
    it = ACase.done(it, ACase.OPEN);
    assertThat(it.decide(CASE, ACase.ASSESS))
        .containsExactly(new CaseAssessed(CASE, NEED, RiskLevel.MEDIUM));
    it = ACase.done(it, ACase.ASSESS);
    assertThat(it.decide(CASE, ACase.PLAN))
        .containsExactly(new CasePlanAgreed(CASE, NEED, 1, 2, TODAY, UNTIL));
    it = ACase.done(it, ACase.PLAN);
    assertThat(it.decide(CASE, ACase.INTERVENE))
        .containsExactly(
            new CaseInterventionRecorded(CASE, NEED, 1, CaseMethod.HOME_VISIT, TODAY, 60));
    it = ACase.done(it, ACase.INTERVENE);
    assertThat(it.decide(CASE, ACase.REVISE))
        .containsExactly(new CasePlanAgreed(CASE, NEED, 2, 2, TODAY, UNTIL));
    it = ACase.done(ACase.done(it, ACase.REVISE), ACase.INTERVENE);
    assertThat(ACase.file(it).interventions()).isEqualTo(2);
    assertThat(ACase.file(it).minutes()).isEqualTo(120);
    assertThat(it.decide(CASE, ACase.EVALUATE))
        .containsExactly(new CaseEvaluated(CASE, NEED, 2, 1, 4));
    it = ACase.done(ACase.done(it, ACase.EVALUATE), ACase.CLOSE);
    assertThat(it.decide(CASE, ACase.COUNTERSIGN))
        .containsExactly(
            new CaseClosed(CASE, NEED, CaseOutcome.COMPLETED, CaseCloseReason.GOALS_MET));
    it = ACase.done(it, ACase.COUNTERSIGN);
    assertThat(it.decide(CASE, ACase.LOOK))
        .containsExactly(new CaseFollowedUp(CASE, NEED, 1, true));
  }

  @Test
  void opening_it_again_changes_nothing() {
    Case it = ACase.in(Stage.ASSESSED);
    assertThat(it.decide(CASE, ACase.OPEN)).isEmpty();
    assertThat(ACase.done(it, ACase.OPEN)).isEqualTo(it);
  }

  @Test
  void an_assessment_rests_on_an_interview_that_was() {
    Case it = ACase.in(Stage.OPENED);
    refused(it, new Assess(List.of(), "a", "b", RiskLevel.LOW, TODAY), "NEED-023");
    var tomorrow = List.of(new Interview(TODAY.plusDays(1), "谈话"));
    refused(it, new Assess(tomorrow, "a", "b", RiskLevel.LOW, TODAY), "NEED-023");
    var yesterday = List.of(new Interview(TODAY.minusDays(1), "谈话"));
    assertThat(it.decide(CASE, new Assess(yesterday, "a", "b", RiskLevel.LOW, TODAY))).hasSize(1);
  }

  private static AgreePlan plan(List<Goal> goals, LocalDate until, boolean signed) {
    return new AgreePlan(new Draft(goals, TODAY, until, signed));
  }

  @Test
  void a_plan_is_signed_measurable_and_lasts_a_year_at_most() {
    Case it = ACase.in(Stage.ASSESSED);
    LocalDate year = TODAY.plusMonths(12);
    assertThat(it.decide(CASE, plan(List.of(GOAL), year, true))).hasSize(1);
    refused(it, plan(List.of(GOAL), year.plusDays(1), true), "NEED-024");
    refused(it, plan(List.of(GOAL), UNTIL, false), "NEED-024");
    refused(it, plan(List.of(), UNTIL, true), "NEED-024");
    refused(it, plan(List.of(new Goal("好", " ", UNTIL)), UNTIL, true), "NEED-024");
    refused(it, plan(List.of(new Goal("好", "一", UNTIL.plusDays(1))), UNTIL, true), "NEED-024");
    refused(it, plan(List.of(new Goal("好", "一", TODAY.minusDays(1))), UNTIL, true), "NEED-024");
    refused(it, plan(List.of(GOAL), TODAY.minusDays(1), true), "NEED-024");
    var goals = new ArrayList<>(Collections.nCopies(Guards.GOALS_MAX, GOAL));
    assertThat(it.decide(CASE, plan(goals, UNTIL, true))).hasSize(1);
    goals.add(GOAL);
    refused(it, plan(goals, UNTIL, true), "NEED-024");
  }

  @Test
  void a_revised_plan_is_signed_too_and_not_revised_for_ever() {
    Case it = ACase.in(Stage.INTERVENING);
    refused(it, new RevisePlan(new Draft(List.of(GOAL), TODAY, UNTIL, false), "住院"), "NEED-024");
    for (int revision = 2; revision <= Guards.REVISIONS_MAX; revision++) {
      it = ACase.done(ACase.done(it, ACase.REVISE), ACase.INTERVENE);
    }
    refused(it, ACase.REVISE, "NEED-024");
  }

  private static Intervene intervention(LocalDate on, int minutes, LocalDate today) {
    return new Intervene(on, CaseMethod.PHONE, minutes, "电话", today);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 240})
  void an_intervention_takes_so_long(int minutes) {
    assertThat(ACase.in(Stage.PLANNED).decide(CASE, intervention(TODAY, minutes, TODAY)))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 241, 0, -60})
  void and_neither_less_nor_more(int minutes) {
    refused(ACase.in(Stage.PLANNED), intervention(TODAY, minutes, TODAY), "NEED-025");
  }

  @Test
  void an_intervention_lies_in_the_plan_and_not_ahead() {
    Case it = ACase.in(Stage.PLANNED);
    LocalDate later = UNTIL.plusDays(9);
    assertThat(it.decide(CASE, intervention(UNTIL, 30, later))).hasSize(1);
    refused(it, intervention(UNTIL.plusDays(1), 30, later), "NEED-025");
    refused(it, intervention(TODAY.minusDays(1), 30, later), "NEED-025");
    refused(it, intervention(TODAY.plusDays(1), 30, TODAY), "NEED-025");
  }

  @Test
  void a_case_is_not_intervened_in_for_ever() {
    Case it = ACase.in(Stage.PLANNED);
    for (int i = 0; i < Guards.INTERVENTIONS_MAX; i++) {
      it = ACase.done(it, ACase.INTERVENE);
    }
    refused(it, ACase.INTERVENE, "NEED-025");
  }

  @Test
  void each_goal_has_a_score_and_the_client_has_one() {
    Case it = ACase.in(Stage.INTERVENING);
    assertThat(it.decide(CASE, new Evaluate(List.of(1, 5), 1, "好"))).hasSize(1);
    refused(it, new Evaluate(List.of(1), 1, "好"), "NEED-050");
    refused(it, new Evaluate(List.of(1, 2, 3), 1, "好"), "NEED-050");
    refused(it, new Evaluate(List.of(0, 5), 1, "好"), "NEED-050");
    refused(it, new Evaluate(List.of(1, 6), 1, "好"), "NEED-050");
    refused(it, new Evaluate(List.of(1, 5), 0, "好"), "NEED-050");
    refused(it, new Evaluate(List.of(1, 5), 6, "好"), "NEED-050");
  }

  @Test
  void a_supervisor_countersigns_what_the_worker_asks_for() {
    Case evaluated =
        ACase.after(ACase.OPEN, ACase.ASSESS, ACase.PLAN, ACase.INTERVENE, ACase.EVALUATE);
    refused(evaluated, ACase.COUNTERSIGN, "NEED-051");
    Case asked = ACase.done(evaluated, ACase.CLOSE);
    refused(asked, new Countersign(ACase.WORKER), "NEED-051");
    assertThat(asked.decide(CASE, ACase.COUNTERSIGN)).hasSize(1);
  }

  @Test
  void who_only_opened_the_case_does_not_countersign_it_either() {
    assertThat(ACase.file(ACase.after(ACase.OPEN)).kept().hands()).containsExactly(ACase.WORKER);
  }

  @Test
  void an_end_is_no_referral() {
    refused(ACase.in(Stage.EVALUATED), new Close(CaseCloseReason.REFERRED, "转"), "NEED-053");
  }

  @Test
  void a_referral_closes_the_case_if_the_client_agrees() {
    Case it = ACase.in(Stage.PLANNED);
    assertThat(it.decide(CASE, ACase.REFER))
        .containsExactly(
            new CaseReferred(CASE, NEED, CaseReceiver.HEALTH),
            new CaseClosed(CASE, NEED, CaseOutcome.REFERRED, CaseCloseReason.REFERRED));
    refused(it, new Refer(CaseReceiver.HEALTH, "县医院", false, "康复"), "NEED-052");
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseCloseReason.class,
      names = {"CLIENT_ENDED", "MOVED", "DIED", "LOST", "AGENCY_LIMIT"})
  void a_case_breaks_off_for_these_reasons(CaseCloseReason reason) {
    assertThat(ACase.in(Stage.OPENED).decide(CASE, new StopEarly(reason, "说明")))
        .containsExactly(new CaseClosed(CASE, NEED, CaseOutcome.EARLY, reason));
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseCloseReason.class,
      names = {"GOALS_MET", "REFERRED"})
  void and_for_no_others(CaseCloseReason reason) {
    refused(ACase.in(Stage.OPENED), new StopEarly(reason, "说明"), "NEED-053");
  }

  @ParameterizedTest
  @EnumSource(CaseCloseReason.class)
  void only_what_is_beyond_the_agency_leaves_the_need_open(CaseCloseReason reason) {
    assertThat(new End(CaseOutcome.EARLY, reason).meetsTheNeed())
        .isEqualTo(reason != CaseCloseReason.AGENCY_LIMIT);
  }

  @Test
  void the_need_is_told_soon_and_once() {
    Case it = ACase.in(Stage.CLOSED);
    assertThat(ACase.file(it).kept().owesTheNeed()).isTrue();
    assertThat(it.due()).isEqualTo(NOON.plusSeconds(5));
    Case told = ACase.done(it, new NoteNeedTold());
    assertThat(ACase.file(told).kept().owesTheNeed()).isFalse();
    assertThat(told.due()).isEqualTo(MONTH_LATER);
  }

  @Test
  void a_follow_up_that_is_late_is_told_once() {
    Case it = ACase.done(ACase.in(Stage.CLOSED), new NoteNeedTold());
    assertThat(it.decide(CASE, new LetTimePass(MONTH_LATER.minusSeconds(1)))).isEmpty();
    var late = new LetTimePass(MONTH_LATER);
    assertThat(it.decide(CASE, late))
        .containsExactly(new CaseFollowUpOverdue(CASE, NEED, 1, MONTH_LATER));
    Case told = ACase.done(it, late);
    assertThat(told.decide(CASE, late)).isEmpty();
    assertThat(told.due()).isEqualTo(Instant.parse("2027-02-23T16:00:00Z"));
    assertThat(told.decide(CASE, ACase.LOOK)).hasSize(1);
  }

  @Test
  void a_follow_up_in_time_is_not_told_as_late() {
    Case it = ACase.done(ACase.done(ACase.in(Stage.CLOSED), new NoteNeedTold()), ACase.LOOK);
    assertThat(it.decide(CASE, new LetTimePass(MONTH_LATER))).isEmpty();
    refused(it, ACase.LOOK, "NEED-054");
    assertThat(it.decide(CASE, new LookAgain(3, TODAY, false, "又病了", TODAY)))
        .containsExactly(new CaseFollowedUp(CASE, NEED, 3, false));
  }

  @Test
  void a_follow_up_lies_between_the_end_and_today() {
    Case it = ACase.in(Stage.CLOSED);
    refused(it, new LookAgain(1, TODAY.minusDays(1), true, "好", TODAY), "NEED-054");
    refused(it, new LookAgain(1, TODAY.plusDays(1), true, "好", TODAY), "NEED-054");
    refused(it, new LookAgain(2, TODAY, true, "好", TODAY), "NEED-054");
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseCloseReason.class,
      names = {"MOVED", "DIED", "LOST"})
  void whom_nobody_can_visit_nobody_waits_for(CaseCloseReason reason) {
    Case it = ACase.done(ACase.in(Stage.OPENED), new StopEarly(reason, "说明"));
    assertThat(ACase.done(it, new NoteNeedTold()).due()).isNull();
    refused(it, ACase.LOOK, "NEED-054");
  }

  @Test
  void no_number_of_a_person_is_written_into_a_file() {
    refused(
        ACase.in(Stage.PLANNED),
        new Intervene(TODAY, CaseMethod.PHONE, 30, "电话13812345678", TODAY),
        "NEED-009");
    refused(
        ACase.in(Stage.PLANNED),
        new Refer(CaseReceiver.OTHER, "13812345678", true, "康复"),
        "NEED-009");
  }

  @Test
  void what_was_written_stands_in_the_file_and_in_no_fact() {
    Case it = ACase.in(Stage.CLOSED);
    assertThat(ACase.file(it).kept().entries())
        .extracting(Entry::what)
        .containsExactly(
            "CaseOpened",
            "CaseAssessed",
            "CasePlanAgreed",
            "CaseInterventionRecorded",
            "CaseEvaluated",
            "Close",
            "CaseClosed");
    Case hidden = it.saying(_ -> "×");
    assertThat(ACase.file(hidden).kept().entries())
        .flatExtracting(entry -> entry.words().values())
        .containsOnly("×");
    assertThat(ACase.in(Stage.OPENED).decide(CASE, ACase.ASSESS).toString()).doesNotContain("独居");
  }

  @Test
  void the_hours_of_the_county_count() {
    Instant nearMidnight = NOON.plus(Duration.ofHours(11)).plusSeconds(3_599);
    Case it = ACase.done(ACase.in(Stage.EVALUATED), ACase.COUNTERSIGN, nearMidnight);
    assertThat(ACase.done(it, new NoteNeedTold()).due()).isEqualTo(MONTH_LATER);
  }
}
