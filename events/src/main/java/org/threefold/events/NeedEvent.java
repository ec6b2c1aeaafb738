package org.threefold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of one need, as the rest of the county may rely on it. */
public sealed interface NeedEvent extends IntakeEvent {

  /** Which need. */
  NeedId need();

  @Override
  default Stream stream() {
    return Stream.of("need", need());
  }

  /** A resident asked for help at a unit. Starts the flow; slaDue is when it should be sorted. */
  @WireName("need.collected.v1")
  record NeedCollected(
      NeedId need,
      StationId unit,
      Channel channel,
      ResidentRef resident,
      AgeBand ageBand,
      List<ClientGroup> groups,
      LocalDate collectedOn,
      @Nullable Instant slaDue)
      implements NeedEvent {
    public NeedCollected {
      groups = List.copyOf(groups);
    }
  }

  /** The need has a category, and duplicates were looked for. */
  @WireName("need.sorted.v1")
  record NeedSorted(NeedId need, NeedCategory category, int duplicatesFound) implements NeedEvent {}

  /** The need is the same as another, which goes on for both. */
  @WireName("need.merged.v1")
  record NeedMerged(NeedId need, NeedId into) implements NeedEvent {}

  /** The room hands the need to its town station, which owns it from now on. */
  @WireName("need.escalated.v1")
  record NeedEscalated(NeedId need, StationId from, StationId to) implements NeedEvent {}

  /** The town station hands the need back to the room; round counts from 1. */
  @WireName("need.returned.v1")
  record NeedReturned(NeedId need, StationId from, StationId to, ReturnReason reason, int round)
      implements NeedEvent {}

  /** How pressing and how large the need is: priority 4 to 45 by the formula of domain §3.2.5. */
  @WireName("need.analysed.v1")
  record NeedAnalysed(
      NeedId need,
      int urgency,
      int vulnerability,
      int persons,
      int feasibility,
      int priority,
      PriorityBand band)
      implements NeedEvent {}

  /** Something on offer fits the need, and is or is not enough. */
  @WireName("need.matched.v1")
  record NeedMatched(NeedId need, SupplierType supplierType, String supplier, boolean sufficient)
      implements NeedEvent {}

  /** The one way the need goes on, with what the next in line has to know. */
  @WireName("need.routed.v1")
  record NeedRouted(
      NeedId need,
      Route route,
      StationId owner,
      NeedCategory category,
      List<ClientGroup> groups,
      int persons,
      int priority,
      PriorityBand band)
      implements NeedEvent {
    public NeedRouted {
      groups = List.copyOf(groups);
    }
  }

  /** The need is handed to a department, with the resident's consent; due is when it answers. */
  @WireName("need.referred.v1")
  record NeedReferred(NeedId need, DeptCode to, Instant dueAt) implements NeedEvent {}

  /** The department has met the need, or will not. */
  @WireName("need.referral-answered.v1")
  record NeedReferralAnswered(NeedId need, DeptCode by, boolean accepted) implements NeedEvent {}

  /** The need will not be met. */
  @WireName("need.declined.v1")
  record NeedDeclined(NeedId need, DeclineReason reason) implements NeedEvent {}

  /** A project has taken the need on. */
  @WireName("need.planned.v1")
  record NeedPlanned(NeedId need, ProjectId project) implements NeedEvent {}

  /** The project will not happen; the need waits for another. */
  @WireName("need.unplanned.v1")
  record NeedUnplanned(NeedId need, ProjectId project, UnplanCause cause) implements NeedEvent {}

  /** Service has begun; without a project it is given by the unit itself. */
  @WireName("need.in-service.v1")
  record NeedInService(NeedId need, @Nullable ProjectId project) implements NeedEvent {}

  /** Service has been given. */
  @WireName("need.served.v1")
  record NeedServed(NeedId need, @Nullable ProjectId project) implements NeedEvent {}

  /** The resident has been told what came of the need. */
  @WireName("need.feedback-given.v1")
  record NeedFeedbackGiven(NeedId need, FeedbackChannel channel, @Nullable ProjectId project)
      implements NeedEvent {}

  /** The resident does not agree with what came of the need. */
  @WireName("need.disputed.v1")
  record NeedDisputed(NeedId need, DisputeReason reason, @Nullable ProjectId project)
      implements NeedEvent {}

  /** The need was over, or seemed so, and goes on from its analysis; its route is open again. */
  @WireName("need.reopened.v1")
  record NeedReopened(NeedId need, ReopenReason reason) implements NeedEvent {}

  /**
   * A step is not done in its time. Told at the time itself and each time as much has passed again,
   * three times at most; level counts from 1.
   */
  @WireName("need.overdue.v1")
  record NeedOverdue(NeedId need, NeedStep step, Instant dueAt, long hoursLate, int level)
      implements NeedEvent {}

  /** The need is answered for: the resident confirmed, or seven days passed without a word. */
  @WireName("need.closed.v1")
  record NeedClosed(
      NeedId need, boolean auto, @Nullable Integer rating, @Nullable ProjectId project)
      implements NeedEvent {}
}
