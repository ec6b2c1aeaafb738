package org.threefold.projects.surroundings;

import org.jspecify.annotations.Nullable;
import org.threefold.events.EvaluationId;
import org.threefold.events.ReservationId;

/**
 * What others have said about one of our projects and nothing of ours follows from by itself.
 *
 * @param committed the reservation that is promised to it, if one is
 * @param settled whether its books are closed
 * @param archivePercent how much of its file is complete
 * @param finalEvaluation the evaluation that will grade it, once one is planned
 */
public record Standing(
    @Nullable ReservationId committed,
    boolean settled,
    int archivePercent,
    @Nullable EvaluationId finalEvaluation) {

  /** Nothing was said yet. */
  static final Standing NONE = new Standing(null, false, 0, null);

  Standing committed(@Nullable ReservationId now) {
    return new Standing(now, settled, archivePercent, finalEvaluation);
  }

  Standing settle() {
    return new Standing(committed, true, archivePercent, finalEvaluation);
  }

  Standing archived(int percent) {
    return new Standing(committed, settled, percent, finalEvaluation);
  }

  Standing evaluatedBy(EvaluationId evaluation) {
    return new Standing(committed, settled, archivePercent, evaluation);
  }
}
