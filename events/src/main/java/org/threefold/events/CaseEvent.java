package org.threefold.events;

import java.time.Instant;
import java.time.LocalDate;

/** What needs intake says of casework: how far a case has come, and nothing of the client. */
public sealed interface CaseEvent extends IntakeEvent {

  /** Which case. */
  CaseId caseId();

  /** The need it is the answer to. */
  NeedId need();

  @Override
  default Stream stream() {
    return Stream.of("case", caseId());
  }

  @Override
  default String flow() {
    return need().value();
  }

  /** A social worker, known by a reference only, takes a client on with written consent. */
  @WireName("case.opened.v1")
  record CaseOpened(CaseId caseId, NeedId need, StationId unit, String workerRef)
      implements CaseEvent {}

  /** The worker has spoken with the client and knows problem, strengths and risk. */
  @WireName("case.assessed.v1")
  record CaseAssessed(CaseId caseId, NeedId need, RiskLevel risk) implements CaseEvent {}

  /**
   * The client has signed a plan, which holds from one day to another, both included; revision
   * counts from 1.
   */
  @WireName("case.plan-agreed.v1")
  record CasePlanAgreed(
      CaseId caseId, NeedId need, int revision, int goals, LocalDate from, LocalDate until)
      implements CaseEvent {}

  /** Something was done by the plan; number counts from 1 over all plans of the case. */
  @WireName("case.intervention-recorded.v1")
  record CaseInterventionRecorded(
      CaseId caseId, NeedId need, int number, CaseMethod method, LocalDate on, int minutes)
      implements CaseEvent {}

  /** How many of the goals were reached, and the client's own score from 1 to 5. */
  @WireName("case.evaluated.v1")
  record CaseEvaluated(CaseId caseId, NeedId need, int goals, int goalsReached, int clientScore)
      implements CaseEvent {}

  /** The client agrees to be handed to somebody else; the case is closed with it. */
  @WireName("case.referred.v1")
  record CaseReferred(CaseId caseId, NeedId need, CaseReceiver receiver) implements CaseEvent {}

  /** The case is over. */
  @WireName("case.closed.v1")
  record CaseClosed(CaseId caseId, NeedId need, CaseOutcome outcome, CaseCloseReason reason)
      implements CaseEvent {}

  /** So many months after the end somebody has looked whether it lasts. */
  @WireName("case.followed-up.v1")
  record CaseFollowedUp(CaseId caseId, NeedId need, int months, boolean lasts)
      implements CaseEvent {}

  /** A look after the end was due and has not been. */
  @WireName("case.follow-up-overdue.v1")
  record CaseFollowUpOverdue(CaseId caseId, NeedId need, int months, Instant dueAt)
      implements CaseEvent {}
}
