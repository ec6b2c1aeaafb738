package org.threefold.funds.ledger;

import org.jspecify.annotations.Nullable;
import org.threefold.events.Grade;

/**
 * How far the work is, as far as payments hang on it.
 *
 * @param progress weight of the milestones reached, 0 to 100
 * @param evidence pieces of evidence for them
 * @param grade of the final evaluation, once it stands
 */
record Work(
    boolean started,
    int progress,
    long evidence,
    boolean accepted,
    @Nullable Grade grade,
    boolean rectified) {

  static final Work NONE = new Work(false, 0, 0, false, null, false);

  Work begun() {
    return new Work(true, progress, evidence, accepted, grade, rectified);
  }

  Work reached(int newProgress, int moreEvidence) {
    return new Work(
        started,
        Math.max(progress, newProgress),
        evidence + Math.max(0, moreEvidence), // Less than nothing would count as something.
        accepted,
        grade,
        rectified);
  }

  Work passed() {
    return new Work(started, progress, evidence, true, grade, rectified);
  }

  Work graded(Grade newGrade) {
    return new Work(started, progress, evidence, accepted, newGrade, rectified);
  }

  Work mended() {
    return new Work(started, progress, evidence, accepted, grade, true);
  }

  /** The last tranche: accepted, and at least 良好, or 合格 with everything put right. */
  boolean earnsTheLast() {
    Grade judged = grade;
    return accepted
        && judged != null
        && (judged.atLeast(Grade.GOOD) || (judged == Grade.PASS && rectified));
  }
}
