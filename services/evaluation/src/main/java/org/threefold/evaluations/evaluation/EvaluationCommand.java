package org.threefold.evaluations.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.evaluations.indicators.Formula;
import org.threefold.evaluations.survey.Tally;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.EvaluatorId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.events.Severity;

/** What can be asked of an evaluation, with what the edge knew of its surroundings. */
sealed interface EvaluationCommand {

  /** Evaluate the project by a day. */
  record Plan(EvaluationId evaluation, ProjectId project, EvaluationKind kind, LocalDate due)
      implements EvaluationCommand {}

  /**
   * Let an agency give the professional judgement.
   *
   * @param linked bodies it declares to share people, ownership or money with
   * @param parties bodies it must be independent of
   */
  record Engage(EvaluatorId evaluator, List<String> linked, Set<String> parties)
      implements EvaluationCommand {}

  /** Ask the beneficiaries, of whom there are so many. */
  record OpenSurvey(int population) implements EvaluationCommand {}

  /**
   * The agency was there.
   *
   * @param by the agency that says so, if it is one
   * @param from first day of the work; null if it has not begun
   * @param to last day of the contract
   */
  record RecordVisit(
      @Nullable String by,
      LocalDate date,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      LocalDate today)
      implements EvaluationCommand {}

  /** A visit found something to be mended. */
  record RaiseFinding(@Nullable String by, String visit, Severity severity, LocalDate due)
      implements EvaluationCommand {}

  /** It was mended. */
  record CloseFinding(@Nullable String by, String finding, LocalDate today)
      implements EvaluationCommand {}

  /**
   * Count the answers.
   *
   * @param windowEnded whether those who have not answered had their time
   */
  record CloseSurvey(Tally tally, boolean windowEnded) implements EvaluationCommand {}

  /** The professional judgement. */
  record SubmitThirdParty(@Nullable String by, BigDecimal score, String reportSha256)
      implements EvaluationCommand {}

  /** The government's judgement. */
  record SubmitGovernment(@Nullable DeptCode by, @Nullable DeptCode purchaser, BigDecimal score)
      implements EvaluationCommand {}

  /**
   * Combine the legs.
   *
   * @param redLine whether a red line was crossed (domain §7.4)
   * @param accepted whether the work has been accepted
   */
  record Score(Formula formula, boolean redLine, boolean accepted, Instant appealUntil)
      implements EvaluationCommand {}

  /** Let the result stand if nobody has appealed. */
  record Finalise(OperatorId undertaker, LocalDate today, Instant at)
      implements EvaluationCommand {}

  /** What was to be put right has been. */
  record VerifyRectification(LocalDate today) implements EvaluationCommand {}
}
