package org.threefold.evaluations.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.evaluation.Evaluation.Consequence;
import org.threefold.evaluations.evaluation.Evaluation.Finding;
import org.threefold.evaluations.evaluation.Evaluation.Government;
import org.threefold.evaluations.evaluation.Evaluation.Outcome;
import org.threefold.evaluations.evaluation.Evaluation.ScoredLeg;
import org.threefold.evaluations.evaluation.Evaluation.Status;
import org.threefold.evaluations.evaluation.Evaluation.Survey;
import org.threefold.evaluations.evaluation.Evaluation.ThirdParty;
import org.threefold.evaluations.evaluation.Evaluation.Visit;
import org.threefold.evaluations.indicators.Formula;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.EvaluatorId;
import org.threefold.events.Grade;
import org.threefold.events.Leg;
import org.threefold.events.ProjectId;

/** An evaluation as its readers see it, with a score that explains itself. */
record EvaluationView(
    EvaluationId evaluation,
    ProjectId project,
    EvaluationKind kind,
    LocalDate due,
    Status status,
    @Nullable EvaluatorId evaluator,
    List<Visit> visits,
    List<Finding> findings,
    @Nullable Survey survey,
    @Nullable ThirdParty thirdParty,
    @Nullable Government government,
    @Nullable Result result,
    @Nullable Instant appealUntil,
    @Nullable Consequence consequence) {

  /** What a leg adds: part = score × weight / 100. */
  record Part(Leg leg, BigDecimal score, int weight, BigDecimal part) {}

  /** A leg below a floor, and the best grade that is left. */
  record Floor(Leg leg, BigDecimal below, Grade best) {}

  /**
   * How the grade came about: the parts sum to weighted, weighted is rounded to published,
   * published falls into a band, and floors or a crossed red line may lower that grade.
   */
  record Result(
      String formula,
      List<Part> parts,
      BigDecimal weighted,
      BigDecimal published,
      Grade band,
      List<Floor> floors,
      boolean redLine,
      Grade grade,
      boolean capped) {}

  static EvaluationView of(Evaluation evaluation) {
    if (!(evaluation instanceof Case it)) {
      throw new IllegalStateException("Nothing is seen of what was never planned");
    }
    Outcome outcome = it.outcome();
    return new EvaluationView(
        it.evaluation(),
        it.project(),
        it.kind(),
        it.due(),
        it.status(),
        it.evaluator(),
        it.visits(),
        it.findings(),
        it.legs().survey(),
        it.legs().thirdParty(),
        it.legs().government(),
        outcome == null ? null : explained(outcome),
        outcome == null ? null : outcome.appealUntil(),
        outcome == null ? null : outcome.consequence());
  }

  private static Result explained(Outcome it) {
    Formula formula = Formula.of(it.formula());
    List<Part> parts = new ArrayList<>();
    List<Floor> floors = new ArrayList<>();
    for (ScoredLeg leg : it.legs()) {
      parts.add(
          new Part(
              leg.leg(),
              leg.score(),
              formula.weight(leg.leg()),
              formula.part(leg.leg(), leg.score())));
      if (leg.score().compareTo(Formula.FAIL_BELOW) < 0) {
        floors.add(new Floor(leg.leg(), Formula.FAIL_BELOW, Grade.FAIL));
      } else if (leg.score().compareTo(Formula.CAP_BELOW) < 0) {
        floors.add(new Floor(leg.leg(), Formula.CAP_BELOW, Grade.PASS));
      }
    }
    boolean failedByFloor = floors.stream().anyMatch(floor -> floor.best() == Grade.FAIL);
    boolean redLine = it.capped() && it.grade() == Grade.FAIL && !failedByFloor;
    return new Result(
        it.formula(),
        parts,
        it.weighted(),
        it.published(),
        Grade.of(it.published()),
        floors,
        redLine,
        it.grade(),
        it.capped());
  }
}
