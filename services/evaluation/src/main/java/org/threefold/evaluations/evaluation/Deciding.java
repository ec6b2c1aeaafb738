package org.threefold.evaluations.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.evaluation.Evaluation.Count;
import org.threefold.evaluations.evaluation.Evaluation.Finding;
import org.threefold.evaluations.evaluation.Evaluation.Legs;
import org.threefold.evaluations.evaluation.Evaluation.Outcome;
import org.threefold.evaluations.evaluation.Evaluation.Status;
import org.threefold.evaluations.evaluation.Evaluation.Survey;
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
import org.threefold.events.EvaluationEvent.GovPerformanceSubmitted;
import org.threefold.events.EvaluationEvent.LegScore;
import org.threefold.events.EvaluationEvent.RectificationVerified;
import org.threefold.events.EvaluationEvent.SupervisionFindingClosed;
import org.threefold.events.EvaluationEvent.SupervisionFindingRaised;
import org.threefold.events.EvaluationEvent.SupervisionVisitRecorded;
import org.threefold.events.EvaluationEvent.SurveyClosed;
import org.threefold.events.EvaluationEvent.SurveyOpened;
import org.threefold.events.EvaluationEvent.ThirdPartyAssessmentSubmitted;
import org.threefold.events.EvaluationEvent.ThirdPartyEngaged;
import org.threefold.events.Leg;

/** What follows from a command; the guards of domain §3.5.2 and §3.5.3. */
final class Deciding {

  /** These departments judge any project; a purchaser judges its own. */
  private static final Set<DeptCode> OVERSEERS = Set.of(new DeptCode("CAB"), new DeptCode("FIN"));

  private Deciding() {}

  static List<EvaluationEvent> decide(Evaluation evaluation, EvaluationCommand command) {
    return switch (evaluation) {
      case Evaluation.Unknown _ when command instanceof Plan it ->
          List.of(new EvaluationPlanned(it.evaluation(), it.project(), it.kind(), it.due()));
      case Evaluation.Unknown _ when command instanceof OpenSurvey ->
          List.of(); // Heard, not asked.
      case Evaluation.Unknown _ -> throw new Refused("EVAL-032", "UNKNOWN");
      case Case it -> decide(it, command);
    };
  }

  private static List<EvaluationEvent> decide(Case known, EvaluationCommand command) {
    return switch (command) {
      case Plan _ -> List.of(); // Planned once, however often the contract is heard of.
      case Engage it -> List.of(engage(known, it));
      case OpenSurvey _ when known.status() != Status.PLANNED -> List.of();
      case OpenSurvey it ->
          List.of(
              new SurveyOpened(
                  known.evaluation(),
                  known.project(),
                  it.population(),
                  Tally.minimum(it.population())));
      case RecordVisit it -> List.of(visit(known, it));
      case RaiseFinding it -> List.of(raise(known, it));
      case CloseFinding it -> List.of(close(known, it));
      case CloseSurvey it -> List.of(close(known, it));
      case SubmitThirdParty it -> {
        mustBeEvaluator(known, it.by(), Leg.THIRD_PARTY);
        mustBe(known, Status.COLLECTING);
        yield List.of(
            new ThirdPartyAssessmentSubmitted(
                known.evaluation(),
                known.project(),
                Objects.requireNonNull(known.evaluator()),
                checked(it.score()),
                it.reportSha256()));
      }
      case SubmitGovernment it -> List.of(submit(known, it));
      case Score it -> score(known, it);
      case Finalise it -> finalise(known, it);
      case VerifyRectification it -> List.of(verify(known, it));
    };
  }

  private static ThirdPartyEngaged engage(Case known, Engage it) {
    mustBe(known, Status.PLANNED, Status.COLLECTING);
    if (known.evaluator() != null) {
      throw new Refused("EVAL-035", known.evaluator());
    }
    List<String> bodies = new ArrayList<>(it.linked());
    bodies.addFirst(it.evaluator().value());
    for (String body : bodies) {
      if (it.parties().contains(body)) {
        throw new Refused("EVAL-020", it.evaluator(), body);
      }
    }
    return new ThirdPartyEngaged(known.evaluation(), known.project(), it.evaluator());
  }

  private static SupervisionVisitRecorded visit(Case known, RecordVisit it) {
    mustBeEvaluator(known, it.by(), Leg.THIRD_PARTY);
    mustBe(known, Status.PLANNED, Status.COLLECTING);
    boolean inPeriod =
        it.from() != null
            && !it.date().isBefore(it.from())
            && !it.date().isAfter(it.today())
            && (it.to() == null || !it.date().isAfter(it.to()));
    if (!inPeriod) {
      throw new Refused(
          "EVAL-022",
          it.date(),
          it.from() == null ? "-" : it.from(),
          it.to() == null ? "-" : it.to());
    }
    return new SupervisionVisitRecorded(
        known.evaluation(), known.project(), "V-" + (known.visits().size() + 1), it.date());
  }

  private static SupervisionFindingRaised raise(Case known, RaiseFinding it) {
    mustBeEvaluator(known, it.by(), Leg.THIRD_PARTY);
    mustBe(known, Status.PLANNED, Status.COLLECTING);
    if (known.visits().stream().noneMatch(visit -> visit.visit().equals(it.visit()))) {
      throw new Refused("EVAL-034", it.visit());
    }
    return new SupervisionFindingRaised(
        known.evaluation(),
        known.project(),
        "F-" + (known.findings().size() + 1),
        it.severity(),
        it.due());
  }

  private static SupervisionFindingClosed close(Case known, CloseFinding it) {
    mustBeEvaluator(known, it.by(), Leg.THIRD_PARTY);
    Finding finding =
        known.findings().stream()
            .filter(one -> one.finding().equals(it.finding()) && one.closedOn() == null)
            .findFirst()
            .orElseThrow(() -> new Refused("EVAL-034", it.finding()));
    return new SupervisionFindingClosed(
        known.evaluation(), known.project(), finding.finding(), it.today());
  }

  private static SurveyClosed close(Case known, CloseSurvey it) {
    mustBe(known, Status.COLLECTING);
    Survey survey = known.legs().survey();
    if (survey == null || survey.count() != null) {
      throw new Refused("EVAL-033", known.evaluation());
    }
    Tally tally = it.tally();
    boolean enough = tally.answers() >= survey.minimum();
    if (!enough && !it.windowEnded()) {
      throw new Refused("EVAL-012", tally.answers(), survey.minimum());
    }
    return new SurveyClosed(
        known.evaluation(),
        known.project(),
        survey.population(),
        tally.answers(),
        enough && tally.answers() > 0,
        tally.leg(),
        tally.item(tally.gain()),
        tally.item(tally.happiness()),
        tally.item(tally.security()));
  }

  private static GovPerformanceSubmitted submit(Case known, SubmitGovernment it) {
    DeptCode by = it.by();
    if (by == null || !(by.equals(it.purchaser()) || OVERSEERS.contains(by))) {
      throw new Refused("EVAL-021", Leg.GOVERNMENT);
    }
    mustBe(known, Status.COLLECTING);
    return new GovPerformanceSubmitted(
        known.evaluation(), known.project(), by, checked(it.score()));
  }

  private static List<EvaluationEvent> score(Case known, Score it) {
    mustBe(known, Status.COLLECTING);
    Map<Leg, BigDecimal> legs = valid(known.legs());
    List<Leg> missing = new ArrayList<>(List.of(Leg.values()));
    missing.removeAll(legs.keySet());
    if (!missing.isEmpty()) {
      throw new Refused("EVAL-030", missing);
    }
    if (!it.accepted()) {
      throw new Refused("EVAL-031", known.project());
    }
    Formula.Result result = it.formula().score(legs, it.redLine());
    return List.of(
        new EvaluationScored(
            known.evaluation(),
            known.project(),
            it.formula().id(),
            legs.entrySet().stream()
                .map(leg -> new LegScore(leg.getKey(), leg.getValue()))
                .toList(),
            result.weighted(),
            result.published(),
            result.grade(),
            result.capped()),
        new EvaluationResultNotified(known.evaluation(), known.project(), it.appealUntil()));
  }

  private static List<EvaluationEvent> finalise(Case known, Finalise it) {
    Outcome outcome = known.outcome();
    if (known.status() != Status.NOTIFIED || outcome == null || outcome.appealUntil() == null) {
      return List.of();
    }
    if (it.at().isBefore(outcome.appealUntil())) {
      return List.of();
    }
    return List.of(
        new EvaluationFinalised(
            known.evaluation(),
            known.project(),
            it.undertaker(),
            outcome.published(),
            outcome.grade()),
        Consequences.of(known, outcome.grade(), it.undertaker(), it.today()));
  }

  private static RectificationVerified verify(Case known, VerifyRectification it) {
    if (known.status() != Status.FINAL || known.outcome() == null) {
      throw new Refused("EVAL-040", known.evaluation());
    }
    var consequence = known.outcome().consequence();
    if (consequence == null
        || consequence.rectifyBy() == null
        || consequence.rectifiedOn() != null) {
      throw new Refused("EVAL-036", known.evaluation());
    }
    return new RectificationVerified(known.evaluation(), known.project(), it.today());
  }

  /** Legs that count, in the order of the parties. */
  private static Map<Leg, BigDecimal> valid(Legs legs) {
    Map<Leg, BigDecimal> valid = new EnumMap<>(Leg.class);
    Count count = legs.survey() == null ? null : legs.survey().count();
    if (count != null && count.valid() && count.score() != null) {
      valid.put(Leg.RESIDENT, count.score());
    }
    if (legs.thirdParty() != null) {
      valid.put(Leg.THIRD_PARTY, legs.thirdParty().score());
    }
    if (legs.government() != null) {
      valid.put(Leg.GOVERNMENT, legs.government().score());
    }
    return valid;
  }

  /** A score with exactly two decimals. */
  private static BigDecimal checked(BigDecimal score) {
    boolean inRange = score.signum() >= 0 && score.compareTo(BigDecimal.valueOf(100)) <= 0;
    if (!inRange || score.stripTrailingZeros().scale() > 2) {
      throw new Refused("EVAL-003", score.toPlainString());
    }
    return score.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static void mustBeEvaluator(Case known, @Nullable String by, Leg leg) {
    if (known.evaluator() == null || !known.evaluator().value().equals(by)) {
      throw new Refused("EVAL-021", leg);
    }
  }

  private static void mustBe(Case known, Status... allowed) {
    if (!List.of(allowed).contains(known.status())) {
      throw new Refused("EVAL-032", known.status());
    }
  }
}
