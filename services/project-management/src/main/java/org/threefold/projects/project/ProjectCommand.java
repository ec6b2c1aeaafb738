package org.threefold.projects.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ContractId;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationId;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.ItemCode;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReservationId;
import org.threefold.events.ServiceMethod;
import org.threefold.events.StationId;
import org.threefold.events.TerminationCause;

/** What a project decides on; what was seen of others when it was asked comes with it. */
sealed interface ProjectCommand {

  /** A person asks; a rule that is broken is a refusal. */
  sealed interface Ask extends ProjectCommand {}

  /** A fact was heard; what comes late or twice changes nothing. */
  sealed interface News extends ProjectCommand {}

  /**
   * Start it.
   *
   * @param title what it is for; kept here only, as the basis
   * @param basis the survey it rests on, if it rests on no single needs
   * @param unitOpen whether the owner is open
   * @param purchaserKnown whether the purchaser is registered
   * @param guideEffective whether the version of the guide applies
   * @param itemRefusal the code of the rule by which the item may not be used, if there is one
   */
  record Initiate(
      ProjectId project,
      StationId owner,
      DeptCode purchaser,
      ItemCode item,
      @Nullable GovernanceField field,
      String guide,
      String title,
      @Nullable String basis,
      boolean unitOpen,
      boolean purchaserKnown,
      boolean guideEffective,
      @Nullable String itemRefusal)
      implements Ask {}

  /**
   * Take these needs on.
   *
   * @param taken those of them that do not wait, or are another project's
   */
  record BundleNeeds(List<NeedId> needs, List<NeedId> taken) implements Ask {}

  /**
   * Say what will be done; again, if nobody has decided on it yet.
   *
   * @param goals in words; kept here only
   */
  record Design(ProjectDesigned designed, List<String> goals) implements Ask {}

  /** Ask for money. */
  record RequestFunding(List<FundingLine> lines, Instant at) implements Ask {}

  /** Put it before the panel on a day. */
  record SubmitForReview(LocalDate on, LocalDate today, @Nullable String itemRefusal)
      implements Ask {}

  /**
   * The panel votes yes.
   *
   * @param conflicted for whom nobody on the panel may work
   */
  record Approve(Panel panel, Set<String> conflicted) implements Ask {}

  /** The panel wants the design changed. */
  record Return(Panel panel, Set<String> conflicted, String comments) implements Ask {}

  /** The panel says no. */
  record Reject(Panel panel, Set<String> conflicted, String reason) implements Ask {}

  /**
   * Choose who will do the work.
   *
   * @param registered whether the county knows the undertaker
   * @param barredUntil the last day on which it may undertake nothing, if it is barred
   */
  record SelectUndertaker(
      OperatorId undertaker,
      PurchaseMethod method,
      @Nullable String reason,
      boolean registered,
      @Nullable LocalDate barredUntil)
      implements Ask {}

  /**
   * Sign with the undertaker.
   *
   * @param amountFen the whole budget if null
   * @param committed the reservation that is promised to the project, if one is
   */
  record SignContract(
      ContractId contract,
      @Nullable Long amountFen,
      LocalDate start,
      LocalDate end,
      boolean multiYearJustified,
      boolean subcontractAllowed,
      LocalDate today,
      @Nullable ReservationId committed,
      @Nullable LocalDate barredUntil)
      implements Ask {}

  /**
   * Begin the work.
   *
   * @param evaluationDue the last day on which it may begin without an evaluation plan; null if
   *     there is a plan
   */
  record Start(
      int team,
      int certified,
      LocalDate today,
      @Nullable LocalDate evaluationDue,
      @Nullable LocalDate barredUntil)
      implements Ask {}

  /** Note a service that was held. */
  record RecordSession(
      LocalDate date,
      ServiceMethod method,
      int persons,
      int personTimes,
      int minutes,
      int volunteers,
      LocalDate today)
      implements Ask {}

  /** A milestone is reached, as so many pieces of evidence show. */
  record ReachMilestone(String milestone, int evidenceCount) implements Ask {}

  /** The work is done. */
  record ClaimCompletion(int beneficiaries) implements Ask {}

  /**
   * What came of one indicator.
   *
   * @param achieved null where sessions are counted
   * @param reason why less is accepted; kept here only
   */
  record Output(String indicator, @Nullable Long achieved, @Nullable String reason) {}

  /** Accept the work. */
  record PassAcceptance(List<Output> outputs) implements Ask {}

  /** End it: everything is answered, paid and filed. */
  record Close(LocalDate today, List<NeedId> openNeeds, int archivePercent, boolean settled)
      implements Ask {}

  /** Give it up. */
  record Cancel(String reason) implements Ask {}

  /** End the work before it is done. */
  record Terminate(TerminationCause cause, String reason) implements Ask {}

  /** The money is held. */
  record HoldMoney(ReservationId reservation, int planVersion, Instant expiresAt) implements News {}

  /** There is no money on this plan. */
  record MissMoney(int planVersion, List<String> codes) implements News {}

  /** The hold ran out. */
  record LoseHold(ReservationId reservation) implements News {}

  /** The bank took back what was held. */
  record LoseMoney(ReservationId reservation) implements News {}

  /** The final grade stands. */
  record Conclude(EvaluationId evaluation, BigDecimal score, Grade grade) implements News {}
}
