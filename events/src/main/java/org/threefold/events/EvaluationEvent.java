package org.threefold.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What evaluation says. Scores are 0 to 100 with two decimals. */
public sealed interface EvaluationEvent extends Event {

  /**
   * Weights and formula that evaluations are scored by from now on. Weights of the three legs sum
   * to 100.
   */
  @WireName("indicators.published.v1")
  record IndicatorSystemPublished(
      String system,
      int version,
      String formula,
      int residentWeight,
      int thirdPartyWeight,
      int governmentWeight,
      LocalDate effectiveFrom)
      implements EvaluationEvent {
    @Override
    public Stream stream() {
      return new Stream("indicators", system);
    }
  }

  /** What happened to one evaluation of one project. */
  sealed interface OfEvaluation extends EvaluationEvent {

    /** Which evaluation. */
    EvaluationId evaluation();

    /** The project it judges. */
    ProjectId project();

    @Override
    default Stream stream() {
      return Stream.of("evaluation", evaluation());
    }

    @Override
    default String flow() {
      return project().value();
    }
  }

  /** The project will be evaluated by a day. */
  @WireName("evaluation.planned.v1")
  record EvaluationPlanned(
      EvaluationId evaluation, ProjectId project, EvaluationKind kind, LocalDate due)
      implements OfEvaluation {}

  /** An independent agency will give the professional judgement. */
  @WireName("evaluation.third-party-engaged.v1")
  record ThirdPartyEngaged(EvaluationId evaluation, ProjectId project, EvaluatorId evaluator)
      implements OfEvaluation {}

  /** The third party visited the running project. */
  @WireName("evaluation.visit-recorded.v1")
  record SupervisionVisitRecorded(
      EvaluationId evaluation, ProjectId project, String visit, LocalDate date)
      implements OfEvaluation {}

  /** The visit found something to be mended by a day. */
  @WireName("evaluation.finding-raised.v1")
  record SupervisionFindingRaised(
      EvaluationId evaluation, ProjectId project, String finding, Severity severity, LocalDate due)
      implements OfEvaluation {}

  /** It was mended. */
  @WireName("evaluation.finding-closed.v1")
  record SupervisionFindingClosed(
      EvaluationId evaluation, ProjectId project, String finding, LocalDate closedOn)
      implements OfEvaluation {}

  /**
   * Beneficiaries are asked, from a list that no longer changes; minimum is the least number of
   * answers.
   */
  @WireName("evaluation.survey-opened.v1")
  record SurveyOpened(EvaluationId evaluation, ProjectId project, int population, int minimum)
      implements OfEvaluation {}

  /** The answers are in: the resident leg, and gain, happiness and security each on their own. */
  @WireName("evaluation.survey-closed.v1")
  record SurveyClosed(
      EvaluationId evaluation,
      ProjectId project,
      int population,
      int answers,
      boolean valid,
      @Nullable BigDecimal score,
      @Nullable BigDecimal gain,
      @Nullable BigDecimal happiness,
      @Nullable BigDecimal security)
      implements OfEvaluation {}

  /** The professional judgement, with the hash of its report. */
  @WireName("evaluation.third-party-submitted.v1")
  record ThirdPartyAssessmentSubmitted(
      EvaluationId evaluation,
      ProjectId project,
      EvaluatorId evaluator,
      BigDecimal score,
      String reportSha256)
      implements OfEvaluation {}

  /** The government's judgement, given by a department. */
  @WireName("evaluation.government-submitted.v1")
  record GovPerformanceSubmitted(
      EvaluationId evaluation, ProjectId project, DeptCode by, BigDecimal score)
      implements OfEvaluation {}

  /** One party's judgement in a score. */
  record LegScore(Leg leg, BigDecimal score) {}

  /** The three legs combined; capped if a floor lowered the grade. */
  @WireName("evaluation.scored.v1")
  record EvaluationScored(
      EvaluationId evaluation,
      ProjectId project,
      String formula,
      List<LegScore> legs,
      BigDecimal weighted,
      BigDecimal published,
      Grade grade,
      boolean capped)
      implements OfEvaluation {
    public EvaluationScored {
      legs = List.copyOf(legs);
    }
  }

  /** The parties know the result and may appeal until the given instant. */
  @WireName("evaluation.result-notified.v1")
  record EvaluationResultNotified(EvaluationId evaluation, ProjectId project, Instant appealUntil)
      implements OfEvaluation {}

  /** The result stands. */
  @WireName("evaluation.finalised.v1")
  record EvaluationFinalised(
      EvaluationId evaluation,
      ProjectId project,
      OperatorId undertaker,
      BigDecimal published,
      Grade grade)
      implements OfEvaluation {}

  /** A good result counts for the undertaker, between two days, both included. */
  @WireName("evaluation.incentive-granted.v1")
  record IncentiveGranted(
      EvaluationId evaluation,
      ProjectId project,
      OperatorId target,
      IncentiveKind kind,
      LocalDate validFrom,
      LocalDate validTo)
      implements OfEvaluation {}

  /** A pass with conditions: these things are to be put right by a day, then checked. */
  @WireName("evaluation.rectification-required.v1")
  record RectificationRequired(
      EvaluationId evaluation, ProjectId project, OperatorId target, LocalDate due)
      implements OfEvaluation {}

  /** What was to be put right has been. */
  @WireName("evaluation.rectification-verified.v1")
  record RectificationVerified(EvaluationId evaluation, ProjectId project, LocalDate verifiedOn)
      implements OfEvaluation {}

  /** A failed result: the undertaker is barred between two days, both included. */
  @WireName("evaluation.sanction-imposed.v1")
  record SanctionImposed(
      EvaluationId evaluation,
      ProjectId project,
      OperatorId target,
      LocalDate validFrom,
      LocalDate validTo)
      implements OfEvaluation {}
}
