package org.threefold.evaluations.evaluation;

import java.time.LocalDate;
import java.time.Month;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationEvent.IncentiveGranted;
import org.threefold.events.EvaluationEvent.RectificationRequired;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.Grade;
import org.threefold.events.IncentiveKind;
import org.threefold.events.OperatorId;

/** What a grade brings the undertaker; domain §3.5.4. */
final class Consequences {

  /** A good grade counts for so long. */
  static final int INCENTIVE_YEARS = 1;

  /** What is to be put right is put right in so many days. */
  static final int RECTIFY_DAYS = 30;

  private Consequences() {}

  static EvaluationEvent of(Case known, Grade grade, OperatorId target, LocalDate today) {
    return switch (grade) {
      case EXCELLENT -> incentive(known, target, IncentiveKind.AWARD_AND_PRIORITY, today);
      case GOOD -> incentive(known, target, IncentiveKind.PRIORITY, today);
      case PASS ->
          new RectificationRequired(
              known.evaluation(), known.project(), target, today.plusDays(RECTIFY_DAYS));
      case FAIL ->
          new SanctionImposed(
              known.evaluation(),
              known.project(),
              target,
              today,
              LocalDate.of(today.getYear() + 1, Month.DECEMBER, 31));
    };
  }

  private static IncentiveGranted incentive(
      Case known, OperatorId target, IncentiveKind kind, LocalDate today) {
    return new IncentiveGranted(
        known.evaluation(),
        known.project(),
        target,
        kind,
        today,
        today.plusYears(INCENTIVE_YEARS).minusDays(1));
  }
}
