package org.threefold.evaluations.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.EvaluationResultNotified;
import org.threefold.events.EvaluationEvent.EvaluationScored;
import org.threefold.events.EvaluationEvent.GovPerformanceSubmitted;
import org.threefold.events.EvaluationEvent.IncentiveGranted;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;
import org.threefold.events.EvaluationEvent.LegScore;
import org.threefold.events.EvaluationEvent.RectificationRequired;
import org.threefold.events.EvaluationEvent.RectificationVerified;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.EvaluationEvent.SupervisionFindingClosed;
import org.threefold.events.EvaluationEvent.SupervisionFindingRaised;
import org.threefold.events.EvaluationEvent.SupervisionVisitRecorded;
import org.threefold.events.EvaluationEvent.SurveyClosed;
import org.threefold.events.EvaluationEvent.SurveyOpened;
import org.threefold.events.EvaluationEvent.ThirdPartyAssessmentSubmitted;
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

/**
 * An evaluation of one project, as far as it has come; what may follow is decided in {@link
 * Deciding}.
 */
sealed interface Evaluation {

  /** Not planned. */
  record Unknown() implements Evaluation {}

  /** How far it is; domain §3.5.2. */
  enum Status {
    /** Waiting for the work to be done. */
    PLANNED,
    /** The legs are coming in. */
    COLLECTING,
    /** The parties know the score and may appeal. */
    NOTIFIED,
    /** The result stands. */
    FINAL
  }

  /** The third party was there. */
  record Visit(String visit, LocalDate date) {}

  /** Something to be mended; closed on a day. */
  record Finding(String finding, Severity severity, LocalDate due, @Nullable LocalDate closedOn) {}

  /** What residents were asked and said; without a count while the survey is open. */
  record Survey(int population, int minimum, @Nullable Count count) {}

  /** The answers: items and leg are null without any. */
  record Count(
      int answers,
      boolean valid,
      @Nullable BigDecimal score,
      @Nullable BigDecimal gain,
      @Nullable BigDecimal happiness,
      @Nullable BigDecimal security) {}

  /** The professional judgement. */
  record ThirdParty(BigDecimal score, String reportSha256) {}

  /** The government's judgement. */
  record Government(DeptCode by, BigDecimal score) {}

  /** The three judgements, as far as they are in. */
  record Legs(
      @Nullable Survey survey, @Nullable ThirdParty thirdParty, @Nullable Government government) {}

  /** A leg in the score. */
  record ScoredLeg(Leg leg, BigDecimal score) {}

  /** The legs combined, and what followed once the result stood. */
  record Outcome(
      String formula,
      List<ScoredLeg> legs,
      BigDecimal weighted,
      BigDecimal published,
      Grade grade,
      boolean capped,
      @Nullable Instant appealUntil,
      @Nullable Consequence consequence) {}

  /** What a grade brings the undertaker: an incentive, a duty to put things right, or a bar. */
  record Consequence(
      OperatorId target,
      @Nullable IncentiveKind incentive,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable LocalDate rectifyBy,
      @Nullable LocalDate rectifiedOn) {}

  /** Planned, and maybe further. */
  record Case(
      EvaluationId evaluation,
      ProjectId project,
      EvaluationKind kind,
      LocalDate due,
      Status status,
      @Nullable EvaluatorId evaluator,
      List<Visit> visits,
      List<Finding> findings,
      Legs legs,
      @Nullable Outcome outcome)
      implements Evaluation {

    private Case with(Status now) {
      return new Case(
          evaluation, project, kind, due, now, evaluator, visits, findings, legs, outcome);
    }

    private Case with(EvaluatorId engaged) {
      return new Case(
          evaluation, project, kind, due, status, engaged, visits, findings, legs, outcome);
    }

    private Case with(List<Visit> visited, List<Finding> found) {
      return new Case(
          evaluation, project, kind, due, status, evaluator, visited, found, legs, outcome);
    }

    private Case with(Legs now) {
      return new Case(
          evaluation, project, kind, due, status, evaluator, visits, findings, now, outcome);
    }

    private Case with(Outcome now) {
      return new Case(
          evaluation, project, kind, due, status, evaluator, visits, findings, legs, now);
    }

    private Case consequence(Consequence now) {
      Outcome it = outcome;
      return it == null
          ? this
          : with(
              new Outcome(
                  it.formula(),
                  it.legs(),
                  it.weighted(),
                  it.published(),
                  it.grade(),
                  it.capped(),
                  it.appealUntil(),
                  now));
    }
  }

  /** When the result stands unless somebody appeals; null if that is not what it waits for. */
  default @Nullable Instant deadline() {
    return this instanceof Case it && it.status() == Status.NOTIFIED && it.outcome() != null
        ? it.outcome().appealUntil()
        : null;
  }

  /** The state after a fact. */
  default Evaluation after(EvaluationEvent event) {
    return switch (event) {
      case EvaluationPlanned it ->
          new Case(
              it.evaluation(),
              it.project(),
              it.kind(),
              it.due(),
              Status.PLANNED,
              null,
              List.of(),
              List.of(),
              new Legs(null, null, null),
              null);
      case EvaluationEvent.OfEvaluation it when this instanceof Case known -> after(known, it);
      case EvaluationEvent.OfEvaluation _ -> this; // Never said before the plan.
      case IndicatorSystemPublished _ -> this; // Another stream.
    };
  }

  private static Case after(Case known, EvaluationEvent.OfEvaluation event) {
    Legs legs = known.legs();
    return switch (event) {
      case EvaluationPlanned _ -> known;
      case ThirdPartyEngaged it -> known.with(it.evaluator());
      case SupervisionVisitRecorded it ->
          known.with(plus(known.visits(), new Visit(it.visit(), it.date())), known.findings());
      case SupervisionFindingRaised it ->
          known.with(
              known.visits(),
              plus(known.findings(), new Finding(it.finding(), it.severity(), it.due(), null)));
      case SupervisionFindingClosed it ->
          known.with(
              known.visits(),
              known.findings().stream()
                  .map(one ->
                      one.finding().equals(it.finding())
                          ? new Finding(one.finding(), one.severity(), one.due(), it.closedOn())
                          : one)
                  .toList());
      case SurveyOpened it ->
          known
              .with(
                  new Legs(
                      new Survey(it.population(), it.minimum(), null),
                      legs.thirdParty(),
                      legs.government()))
              .with(Status.COLLECTING);
      case SurveyClosed it -> {
        var count =
            new Count(
                it.answers(), it.valid(), it.score(), it.gain(), it.happiness(), it.security());
        int minimum = legs.survey() == null ? 0 : legs.survey().minimum();
        yield known.with(
            new Legs(
                new Survey(it.population(), minimum, count), legs.thirdParty(), legs.government()));
      }
      case ThirdPartyAssessmentSubmitted it ->
          known.with(
              new Legs(
                  legs.survey(), new ThirdParty(it.score(), it.reportSha256()), legs.government()));
      case GovPerformanceSubmitted it ->
          known.with(
              new Legs(legs.survey(), legs.thirdParty(), new Government(it.by(), it.score())));
      case EvaluationScored it ->
          known.with(
              new Outcome(
                  it.formula(),
                  it.legs().stream().map(Evaluation::scored).toList(),
                  it.weighted(),
                  it.published(),
                  it.grade(),
                  it.capped(),
                  null,
                  null));
      case EvaluationResultNotified it ->
          known.with(notified(known.outcome(), it.appealUntil())).with(Status.NOTIFIED);
      case EvaluationFinalised _ -> known.with(Status.FINAL);
      case IncentiveGranted it ->
          known.consequence(
              new Consequence(it.target(), it.kind(), it.validFrom(), it.validTo(), null, null));
      case RectificationRequired it ->
          known.consequence(new Consequence(it.target(), null, null, null, it.due(), null));
      case SanctionImposed it ->
          known.consequence(
              new Consequence(it.target(), null, it.validFrom(), it.validTo(), null, null));
      case RectificationVerified it -> rectified(known, it.verifiedOn());
    };
  }

  private static ScoredLeg scored(LegScore it) {
    return new ScoredLeg(it.leg(), it.score());
  }

  private static Outcome notified(@Nullable Outcome it, Instant until) {
    if (it == null) {
      throw new IllegalStateException("A result was notified that was never scored");
    }
    return new Outcome(
        it.formula(),
        it.legs(),
        it.weighted(),
        it.published(),
        it.grade(),
        it.capped(),
        until,
        null);
  }

  private static Case rectified(Case known, LocalDate day) {
    Outcome outcome = known.outcome();
    Consequence it = outcome == null ? null : outcome.consequence();
    return it == null
        ? known
        : known.consequence(new Consequence(it.target(), null, null, null, it.rectifyBy(), day));
  }

  private static <T> List<T> plus(List<T> list, T item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }
}
