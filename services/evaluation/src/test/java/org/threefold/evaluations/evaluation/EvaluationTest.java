package org.threefold.evaluations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.evaluations.evaluation.EvaluationCommand.CloseFinding;
import org.threefold.evaluations.evaluation.EvaluationCommand.CloseSurvey;
import org.threefold.evaluations.evaluation.EvaluationCommand.Engage;
import org.threefold.evaluations.evaluation.EvaluationCommand.Finalise;
import org.threefold.evaluations.evaluation.EvaluationCommand.OpenSurvey;
import org.threefold.evaluations.evaluation.EvaluationCommand.Plan;
import org.threefold.evaluations.evaluation.EvaluationCommand.RaiseFinding;
import org.threefold.evaluations.evaluation.EvaluationCommand.RecordVisit;
import org.threefold.evaluations.evaluation.EvaluationCommand.Score;
import org.threefold.evaluations.evaluation.EvaluationCommand.SubmitGovernment;
import org.threefold.evaluations.evaluation.EvaluationCommand.SubmitThirdParty;
import org.threefold.evaluations.evaluation.EvaluationCommand.VerifyRectification;
import org.threefold.evaluations.indicators.Formula;
import org.threefold.evaluations.survey.Tally;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.EvaluationResultNotified;
import org.threefold.events.EvaluationEvent.EvaluationScored;
import org.threefold.events.EvaluationEvent.IncentiveGranted;
import org.threefold.events.EvaluationEvent.LegScore;
import org.threefold.events.EvaluationEvent.RectificationRequired;
import org.threefold.events.EvaluationEvent.RectificationVerified;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.EvaluationEvent.SupervisionFindingClosed;
import org.threefold.events.EvaluationEvent.SupervisionFindingRaised;
import org.threefold.events.EvaluationEvent.SupervisionVisitRecorded;
import org.threefold.events.EvaluationEvent.SurveyClosed;
import org.threefold.events.EvaluationEvent.SurveyOpened;
import org.threefold.events.EvaluationEvent.ThirdPartyEngaged;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.EvaluatorId;
import org.threefold.events.Grade;
import org.threefold.events.IncentiveKind;
import org.threefold.events.Leg;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.events.Severity;

class EvaluationTest {

  private static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  private static final EvaluationId ID = Evaluations.idOf(PROJECT);
  private static final EvaluatorId EVALUATOR = new EvaluatorId("EV-1");
  private static final OperatorId UNDERTAKER = new OperatorId("OP-LOCAL-1");
  private static final DeptCode CAB = new DeptCode("CAB");
  private static final DeptCode WMF = new DeptCode("WMF");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String HASH = "ab".repeat(32);
  private static final Plan PLAN = new Plan(ID, PROJECT, EvaluationKind.FINAL, TODAY.plusDays(60));

  @Test
  void a_contracted_project_will_be_evaluated() {
    assertThat(decide(given(), PLAN))
        .containsExactly(
            new EvaluationPlanned(ID, PROJECT, EvaluationKind.FINAL, TODAY.plusDays(60)));
    assertThat(decide(given(PLAN), PLAN)).isEmpty();
  }

  @Test
  void an_independent_agency_is_engaged_once() {
    assertThat(decide(given(PLAN), engage(List.of())))
        .containsExactly(new ThirdPartyEngaged(ID, PROJECT, EVALUATOR));
    refused("EVAL-035", given(PLAN, engage(List.of())), engage(List.of()));
  }

  @Test
  void a_party_to_the_project_is_not_independent() {
    refused("EVAL-020", given(PLAN), new Engage(EVALUATOR, List.of(), Set.of("EV-1", "WMF")));
  }

  @Test
  void an_agency_linked_to_a_party_is_not_independent() {
    refused("EVAL-020", given(PLAN), engage(List.of("SOMEBODY", "OP-LOCAL-1")));
  }

  @Test
  void the_third_party_visits_the_running_project_and_what_it_finds_is_mended() {
    Evaluation engaged = given(PLAN, engage(List.of()));
    assertThat(decide(engaged, visit("EV-1", TODAY)))
        .containsExactly(new SupervisionVisitRecorded(ID, PROJECT, "V-1", TODAY));
    Evaluation visited = and(engaged, visit("EV-1", TODAY));
    var raise = new RaiseFinding("EV-1", "V-1", Severity.MINOR, TODAY.plusDays(7));
    assertThat(decide(visited, raise))
        .containsExactly(
            new SupervisionFindingRaised(ID, PROJECT, "F-1", Severity.MINOR, TODAY.plusDays(7)));
    Evaluation found = and(visited, raise);
    var mended = new CloseFinding("EV-1", "F-1", TODAY);
    assertThat(decide(found, mended))
        .containsExactly(new SupervisionFindingClosed(ID, PROJECT, "F-1", TODAY));
    refused("EVAL-034", and(found, mended), mended);
    refused("EVAL-034", found, new RaiseFinding("EV-1", "V-2", Severity.MINOR, TODAY));
  }

  @Test
  void a_visit_lies_within_the_project() {
    Evaluation engaged = given(PLAN, engage(List.of()));
    refused("EVAL-022", engaged, visit("EV-1", TODAY.minusDays(11)));
    refused("EVAL-022", engaged, visit("EV-1", TODAY.plusDays(1)));
    refused("EVAL-022", engaged, new RecordVisit("EV-1", TODAY, null, TODAY, TODAY));
    refused(
        "EVAL-022",
        engaged,
        new RecordVisit("EV-1", TODAY, TODAY.minusDays(9), TODAY.minusDays(1), TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EV-2", "OP-LOCAL-1"})
  void only_the_third_party_of_record_supervises_and_judges(String agency) {
    Evaluation collecting = given(PLAN, engage(List.of()), new OpenSurvey(138));
    refused("EVAL-021", collecting, visit(agency, TODAY));
    refused("EVAL-021", collecting, new SubmitThirdParty(agency, score("85"), HASH));
    refused("EVAL-021", given(PLAN), visit(agency, TODAY));
    refused("EVAL-021", collecting, new SubmitThirdParty(null, score("85"), HASH));
  }

  @Test
  void the_survey_opens_once_for_all_beneficiaries() {
    assertThat(decide(given(PLAN), new OpenSurvey(138)))
        .containsExactly(new SurveyOpened(ID, PROJECT, 138, 14));
    assertThat(decide(given(PLAN, new OpenSurvey(138)), new OpenSurvey(9))).isEmpty();
    assertThat(decide(given(), new OpenSurvey(138))).isEmpty();
  }

  @Test
  void twenty_of_a_hundred_and_thirty_eight_say_87_50() {
    assertThat(decide(given(PLAN, new OpenSurvey(138)), new CloseSurvey(twenty(), false)))
        .containsExactly(
            new SurveyClosed(
                ID,
                PROJECT,
                138,
                20,
                true,
                score("87.50"),
                score("87.50"),
                score("87.50"),
                score("87.50")));
  }

  @Test
  void too_few_answers_close_a_survey_only_when_its_window_has_ended_and_count_for_nothing() {
    Evaluation open = given(PLAN, new OpenSurvey(210));
    refused("EVAL-012", open, new CloseSurvey(twenty(), false));
    assertThat(decide(open, new CloseSurvey(twenty(), true)))
        .singleElement()
        .isInstanceOfSatisfying(SurveyClosed.class, it -> assertThat(it.valid()).isFalse());
  }

  @Test
  void a_survey_that_is_not_open_is_not_closed() {
    refused("EVAL-032", given(PLAN), new CloseSurvey(twenty(), true));
    refused(
        "EVAL-033",
        given(PLAN, new OpenSurvey(138), new CloseSurvey(twenty(), false)),
        new CloseSurvey(twenty(), false));
  }

  @Test
  void nobody_asked_is_not_a_valid_leg() {
    assertThat(decide(given(PLAN, new OpenSurvey(0)), new CloseSurvey(Tally.NONE, false)))
        .containsExactly(new SurveyClosed(ID, PROJECT, 0, 0, false, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "100.01", "101", "85.001"})
  void a_score_lies_between_0_and_100_with_two_decimals(BigDecimal score) {
    Evaluation collecting = given(PLAN, engage(List.of()), new OpenSurvey(138));
    refused("EVAL-003", collecting, new SubmitThirdParty("EV-1", score, HASH));
    refused("EVAL-003", collecting, new SubmitGovernment(CAB, WMF, score));
  }

  @Test
  void purchaser_civil_affairs_and_finance_judge_for_the_government() {
    Evaluation collecting = given(PLAN, new OpenSurvey(138));
    for (String dept : List.of("WMF", "CAB", "FIN")) {
      assertThat(decide(collecting, new SubmitGovernment(new DeptCode(dept), WMF, score("78"))))
          .hasSize(1);
    }
    refused("EVAL-021", collecting, new SubmitGovernment(new DeptCode("PUB"), WMF, score("78")));
    refused("EVAL-021", collecting, new SubmitGovernment(null, WMF, score("78")));
  }

  @Test
  void nothing_is_judged_before_the_work_is_done() {
    refused(
        "EVAL-032",
        given(PLAN, engage(List.of())),
        new SubmitThirdParty("EV-1", score("85"), HASH));
    refused("EVAL-032", given(PLAN), new SubmitGovernment(CAB, WMF, score("78")));
    refused("EVAL-032", given(PLAN), scoring(true, false));
    refused("EVAL-032", given(), scoring(true, false));
  }

  @Test
  void three_legs_make_83_65() {
    assertThat(decide(collected(138), scoring(true, false)))
        .containsExactly(
            new EvaluationScored(
                ID,
                PROJECT,
                "F2",
                List.of(
                    new LegScore(Leg.RESIDENT, score("87.50")),
                    new LegScore(Leg.THIRD_PARTY, score("85.00")),
                    new LegScore(Leg.GOVERNMENT, score("78.00"))),
                score("83.6500"),
                score("83.65"),
                Grade.GOOD,
                false),
            new EvaluationResultNotified(ID, PROJECT, NOW));
  }

  @Test
  void a_leg_that_is_missing_or_not_valid_is_not_made_up() {
    refused("EVAL-030", given(PLAN, new OpenSurvey(138)), scoring(true, false));
    refused("EVAL-030", collected(210), scoring(true, false));
  }

  @Test
  void work_that_nobody_accepted_is_not_scored() {
    refused("EVAL-031", collected(138), scoring(false, false));
  }

  @Test
  void a_good_result_stands_after_the_window_and_counts_for_a_year() {
    Evaluation notified = and(collected(138), scoring(true, false));
    assertThat(notified.deadline()).isEqualTo(NOW);
    assertThat(decide(notified, new Finalise(UNDERTAKER, TODAY, NOW.minusMillis(1)))).isEmpty();
    assertThat(decide(notified, new Finalise(UNDERTAKER, TODAY, NOW)))
        .containsExactly(
            new EvaluationFinalised(ID, PROJECT, UNDERTAKER, score("83.65"), Grade.GOOD),
            new IncentiveGranted(
                ID,
                PROJECT,
                UNDERTAKER,
                IncentiveKind.PRIORITY,
                TODAY,
                LocalDate.of(2027, 11, 22)));
    Evaluation stands = and(notified, new Finalise(UNDERTAKER, TODAY, NOW));
    assertThat(stands.deadline()).isNull();
    assertThat(decide(stands, new Finalise(UNDERTAKER, TODAY, NOW))).isEmpty();
    refused("EVAL-036", stands, new VerifyRectification(TODAY));
  }

  @Test
  void a_failed_result_bars_the_undertaker_until_the_end_of_next_year() {
    Evaluation notified = and(collected(138), scoring(true, true));
    assertThat(decide(notified, new Finalise(UNDERTAKER, TODAY, NOW)))
        .contains(new SanctionImposed(ID, PROJECT, UNDERTAKER, TODAY, LocalDate.of(2027, 12, 31)));
  }

  @Test
  void a_pass_is_put_right_in_thirty_days_and_that_is_checked_once() {
    Evaluation notified =
        given(
            PLAN,
            engage(List.of()),
            new OpenSurvey(138),
            new CloseSurvey(twenty(), false),
            new SubmitThirdParty("EV-1", score("55"), HASH),
            new SubmitGovernment(CAB, WMF, score("95")),
            scoring(true, false));
    refused("EVAL-040", notified, new VerifyRectification(TODAY));
    assertThat(decide(notified, new Finalise(UNDERTAKER, TODAY, NOW)))
        .contains(new RectificationRequired(ID, PROJECT, UNDERTAKER, TODAY.plusDays(30)));
    Evaluation stands = and(notified, new Finalise(UNDERTAKER, TODAY, NOW));
    assertThat(decide(stands, new VerifyRectification(TODAY.plusDays(3))))
        .containsExactly(new RectificationVerified(ID, PROJECT, TODAY.plusDays(3)));
    Evaluation verified = and(stands, new VerifyRectification(TODAY.plusDays(3)));
    refused("EVAL-036", verified, new VerifyRectification(TODAY.plusDays(4)));
  }

  @Test
  void an_excellent_result_brings_an_award() {
    Evaluation notified =
        given(
            PLAN,
            engage(List.of()),
            new OpenSurvey(138),
            new CloseSurvey(twenty(), false),
            new SubmitThirdParty("EV-1", score("95"), HASH),
            new SubmitGovernment(CAB, WMF, score("92")),
            scoring(true, false));
    assertThat(decide(notified, new Finalise(UNDERTAKER, TODAY, NOW)))
        .anySatisfy(fact ->
            assertThat(fact)
                .isInstanceOfSatisfying(
                    IncentiveGranted.class,
                    it -> assertThat(it.kind()).isEqualTo(IncentiveKind.AWARD_AND_PRIORITY)));
  }

  @Test
  void a_score_explains_itself() {
    EvaluationView.Result result =
        Objects.requireNonNull(
            EvaluationView.of(and(collected(138), scoring(true, false))).result());
    assertThat(result.parts())
        .extracting(EvaluationView.Part::part)
        .containsExactly(score("26.2500"), score("34.0000"), score("23.4000"));
    assertThat(result.floors()).isEmpty();
    assertThat(result.band()).isEqualTo(Grade.GOOD);
    EvaluationView.Result failed =
        Objects.requireNonNull(
            EvaluationView.of(and(collected(138), scoring(true, true))).result());
    assertThat(failed.redLine()).isTrue();
  }

  private static Evaluation collected(int population) {
    return given(
        PLAN,
        engage(List.of()),
        new OpenSurvey(population),
        new CloseSurvey(twenty(), true),
        new SubmitThirdParty("EV-1", score("85"), HASH),
        new SubmitGovernment(CAB, WMF, score("78")));
  }

  private static Evaluation given(EvaluationCommand... commands) {
    Evaluation evaluation = new Evaluation.Unknown();
    for (EvaluationCommand command : commands) {
      evaluation = and(evaluation, command);
    }
    return evaluation;
  }

  private static Evaluation and(Evaluation evaluation, EvaluationCommand command) {
    for (EvaluationEvent fact : decide(evaluation, command)) {
      evaluation = evaluation.after(fact);
    }
    return evaluation;
  }

  private static List<EvaluationEvent> decide(Evaluation evaluation, EvaluationCommand command) {
    return Deciding.decide(evaluation, command);
  }

  private static void refused(String code, Evaluation evaluation, EvaluationCommand command) {
    assertThatThrownBy(() -> decide(evaluation, command)).hasMessageStartingWith(code);
  }

  private static Engage engage(List<String> linked) {
    return new Engage(EVALUATOR, linked, Set.of("OP-LOCAL-1", "OP-INTRO-1", "WMF"));
  }

  private static RecordVisit visit(@Nullable String by, LocalDate date) {
    return new RecordVisit(by, date, TODAY.minusDays(10), TODAY.plusDays(90), TODAY);
  }

  private static Score scoring(boolean accepted, boolean redLine) {
    return new Score(Formula.REFERENCE, redLine, accepted, NOW);
  }

  private static Tally twenty() {
    List<Integer> counts = List.of(0, 0, 2, 6, 12);
    return new Tally(counts, counts, counts, counts, counts);
  }

  private static BigDecimal score(String text) {
    return new BigDecimal(text);
  }
}
