package org.threefold.projects.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationId;
import org.threefold.events.Grade;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReservationId;

/** A project that was initiated; facts that only say what was agreed are kept as they were said. */
record Begun(
    ProjectInitiated start,
    Words words,
    Status status,
    List<NeedId> needs,
    @Nullable ProjectDesigned design,
    Money money,
    Review review,
    Purchase purchase,
    Work work,
    Outcome outcome)
    implements Project {

  /**
   * What is never said: free text.
   *
   * @param reason the last one given for a return, rejection, cancellation or termination
   */
  record Words(String title, @Nullable String basis, List<String> goals, @Nullable String reason) {}

  /**
   * How it is paid for.
   *
   * @param planVersion of the last plan; 0 before the first
   * @param failures why the last plan got no money
   * @param askedAt when the ledger was last asked; only while its answer is awaited
   */
  record Money(
      int planVersion,
      List<FundingLine> lines,
      @Nullable ReservationId reservation,
      @Nullable Instant expiresAt,
      List<String> failures,
      @Nullable Instant askedAt) {

    Money asked(Instant at) {
      return new Money(planVersion, lines, reservation, expiresAt, failures, at);
    }
  }

  /** How it was reviewed; the panel is kept, for its members bar their employers. */
  record Review(@Nullable LocalDate on, @Nullable Panel panel, @Nullable BigDecimal mean) {}

  /** Who does the work, and how that was agreed. */
  record Purchase(
      @Nullable OperatorId undertaker,
      @Nullable PurchaseMethod method,
      @Nullable String reason,
      @Nullable ProjectContracted contract,
      @Nullable LocalDate signedOn) {}

  /**
   * What was done.
   *
   * @param persons heads of all sessions added up
   * @param reached milestones, in the order they were reached
   * @param accepted what came of each indicator, with the reasons why less was accepted
   */
  record Work(
      int team,
      int certified,
      int sessions,
      long persons,
      long personTimes,
      List<String> reached,
      int progress,
      int beneficiaries,
      List<ProjectCommand.Output> accepted) {}

  /** What came of it. */
  record Outcome(
      @Nullable EvaluationId evaluation,
      @Nullable BigDecimal score,
      @Nullable Grade grade,
      @Nullable LocalDate closedOn) {}

  static Begun of(ProjectInitiated start) {
    return new Begun(
        start,
        new Words("", null, List.of(), null),
        Status.INITIATED,
        List.of(),
        null,
        new Money(0, List.of(), null, null, List.of(), null),
        new Review(null, null, null),
        new Purchase(null, null, null, null, null),
        new Work(0, 0, 0, 0, 0, List.of(), 0, 0, List.of()),
        new Outcome(null, null, null, null));
  }

  ProjectId id() {
    return start.project();
  }

  DivisionCode division() {
    return start.owner().division();
  }

  boolean isIn(Status... any) {
    return Arrays.asList(any).contains(status);
  }

  Begun with(Status now) {
    return new Begun(start, words, now, needs, design, money, review, purchase, work, outcome);
  }

  Begun with(Words now) {
    return new Begun(start, now, status, needs, design, money, review, purchase, work, outcome);
  }

  Begun with(List<NeedId> now) {
    return new Begun(start, words, status, now, design, money, review, purchase, work, outcome);
  }

  Begun with(ProjectDesigned now) {
    return new Begun(start, words, status, needs, now, money, review, purchase, work, outcome);
  }

  Begun with(Money now) {
    return new Begun(start, words, status, needs, design, now, review, purchase, work, outcome);
  }

  Begun with(Review now) {
    return new Begun(start, words, status, needs, design, money, now, purchase, work, outcome);
  }

  Begun with(Purchase now) {
    return new Begun(start, words, status, needs, design, money, review, now, work, outcome);
  }

  Begun with(Work now) {
    return new Begun(start, words, status, needs, design, money, review, purchase, now, outcome);
  }

  Begun with(Outcome now) {
    return new Begun(start, words, status, needs, design, money, review, purchase, work, now);
  }
}
