package org.threefold.oversight.telling;

import static org.threefold.oversight.telling.Sentence.say;

import java.util.List;
import java.util.stream.Collectors;
import org.threefold.events.ActivityEvent;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseEvent.CaseAssessed;
import org.threefold.events.CaseEvent.CaseClosed;
import org.threefold.events.CaseEvent.CaseEvaluated;
import org.threefold.events.CaseEvent.CaseFollowUpOverdue;
import org.threefold.events.CaseEvent.CaseFollowedUp;
import org.threefold.events.CaseEvent.CaseInterventionRecorded;
import org.threefold.events.CaseEvent.CaseOpened;
import org.threefold.events.CaseEvent.CasePlanAgreed;
import org.threefold.events.CaseEvent.CaseReferred;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.EvaluationResultNotified;
import org.threefold.events.EvaluationEvent.EvaluationScored;
import org.threefold.events.EvaluationEvent.GovPerformanceSubmitted;
import org.threefold.events.EvaluationEvent.IncentiveGranted;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;
import org.threefold.events.EvaluationEvent.RectificationRequired;
import org.threefold.events.EvaluationEvent.RectificationVerified;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.EvaluationEvent.SupervisionFindingClosed;
import org.threefold.events.EvaluationEvent.SupervisionFindingRaised;
import org.threefold.events.EvaluationEvent.SupervisionVisitRecorded;
import org.threefold.events.EvaluationEvent.SurveyClosed;
import org.threefold.events.EvaluationEvent.SurveyOpened;
import org.threefold.events.EvaluationEvent.ThirdPartyAssessmentSubmitted;
import org.threefold.events.EvaluationEvent.ThirdPartyEngaged;
import org.threefold.events.Event;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.DisbursementRejected;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FeeCollected;
import org.threefold.events.FundEvent.FeeRefunded;
import org.threefold.events.FundEvent.FundAllocationRecorded;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.FundEvent.LeverageRecorded;
import org.threefold.events.FundEvent.MicroFundDonationReceived;
import org.threefold.events.FundEvent.MicroFundEnded;
import org.threefold.events.FundEvent.MicroFundEstablished;
import org.threefold.events.FundEvent.MicroFundFellDormant;
import org.threefold.events.FundEvent.MicroFundGrantApproved;
import org.threefold.events.FundEvent.MicroFundStatementPublished;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.HelpRequestEvent.HelpRequestClosed;
import org.threefold.events.HelpRequestEvent.HelpRequestOverdue;
import org.threefold.events.HelpRequestEvent.HelpRequestReceived;
import org.threefold.events.HelpRequestEvent.HelpRequestResponded;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedDisputed;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedOverdue;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReferralAnswered;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedReturned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityCancelled;
import org.threefold.events.ProjectEvent.DepartmentActivityRejected;
import org.threefold.events.ProjectEvent.DepartmentActivityReported;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectCancelled;
import org.threefold.events.ProjectEvent.ProjectClosed;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectEvaluated;
import org.threefold.events.ProjectEvent.ProjectFunded;
import org.threefold.events.ProjectEvent.ProjectFundingFailed;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectEvent.ProjectRejected;
import org.threefold.events.ProjectEvent.ProjectReturned;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ProjectSubmittedForReview;
import org.threefold.events.ProjectEvent.ProjectTerminated;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.events.ProjectEvent.UndertakerSelected;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ResourceUnitWithdrawn;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.VisitEvent;
import org.threefold.events.VisitEvent.VisitCompleted;
import org.threefold.events.VisitEvent.VisitLeftOpen;
import org.threefold.events.VisitEvent.VisitReceived;

/** What is worth saying of each fact; other needs than the one itself are counted, never named. */
final class Sentences {

  private Sentences() {}

  static Sentence of(Event event) {
    return switch (event) {
      case StationEvent it -> of(it);
      case VisitEvent it -> of(it);
      case HelpRequestEvent it -> of(it);
      case NeedEvent it -> of(it);
      case CaseEvent it -> of(it);
      case SafeguardingEvent it ->
          throw new IllegalArgumentException("Restricted, so there are no words: " + it.alert());
      case ProjectEvent it -> of(it);
      case FundEvent it -> of(it);
      case EvaluationEvent it -> of(it);
      case ActivityEvent it ->
          throw new IllegalArgumentException(
              "Told is what came of it, not what a department said: " + it.activity());
    };
  }

  private static Sentence of(StationEvent event) {
    return switch (event) {
      case DivisionRegistered it -> say(it, "division", it.code(), "name", it.name());
      case StationRegistered it -> say(it, "unit", it.station(), "name", it.name());
      case StationActivated it -> say(it, "unit", it.station(), "on", it.effective());
      case StaffAssigned it -> say(it, "unit", it.station(), "staff", it.category());
      case OperatorRegistered it -> say(it, "operator", it.operator(), "origin", it.origin());
      case OperatingContractSigned it ->
          say(it, "operator", it.operator(), "units", it.stations().size()).amount(it.feeFen());
      case ArchiveItemExpected it -> say(it, "document", it.document(), "due", it.due());
      case ArchiveItemFiled it -> say(it, "document", it.document(), "code", it.archiveCode());
      case ArchiveCompletenessChanged it -> say(it, "percent", it.percent());
      case ResourceUnitRegistered it -> say(it, "name", it.name(), "resource", it.kind());
      case ResourceUnitWithdrawn it -> say(it, "id", it.resource());
      case ServiceItemListPublished it ->
          say(it, "version", it.version(), "items", it.items().size(), "on", it.effectiveFrom());
    };
  }

  private static Sentence of(NeedEvent event) {
    return switch (event) {
      case NeedCollected it ->
          say(it, "unit", it.unit(), "channel", it.channel(), "groups", joined(it.groups()));
      case NeedSorted it -> say(it, "category", it.category(), "duplicates", it.duplicatesFound());
      case NeedMerged it -> say(it, "need", it.into());
      case NeedEscalated it -> say(it, "from", it.from(), "unit", it.to());
      case NeedReturned it -> say(it, "from", it.from(), "unit", it.to(), "why", it.reason());
      case NeedAnalysed it ->
          say(it, "priority", it.priority(), "band", it.band(), "persons", it.persons());
      case NeedMatched it ->
          say(it, "supplier", it.supplier(), "supply", it.supplierType())
              .variant(!it.sufficient(), "insufficient");
      case NeedRouted it -> say(it, "route", it.route());
      case NeedReferred it -> say(it, "dept", it.to(), "until", it.dueAt());
      case NeedReferralAnswered it -> say(it, "dept", it.by()).variant(!it.accepted(), "refused");
      case NeedDisputed it -> say(it, "why", it.reason());
      case NeedReopened it -> say(it, "why", it.reason());
      case NeedOverdue it ->
          say(it, "waited", it.step(), "hours", it.hoursLate(), "level", it.level());
      case NeedDeclined it -> say(it, "why", it.reason());
      case NeedPlanned it -> say(it, "project", it.project());
      case NeedUnplanned it -> say(it, "project", it.project(), "why", it.cause());
      case NeedInService it ->
          say(it, "project", it.project()).variant(it.project() == null, "direct");
      case NeedServed it ->
          say(it, "project", it.project()).variant(it.project() == null, "direct");
      case NeedFeedbackGiven it -> say(it, "told", it.channel());
      case NeedClosed it -> say(it, "rating", it.rating()).variant(it.auto(), "auto");
    };
  }

  private static Sentence of(VisitEvent event) {
    return switch (event) {
      case VisitReceived it ->
          say(it, "unit", it.unit(), "purpose", it.purpose(), "came", it.outcome())
              .variant(it.outcome() != null, "done");
      case VisitLeftOpen it -> say(it, "unit", it.unit(), "on", it.day());
      case VisitCompleted it ->
          say(it, "unit", it.unit(), "came", it.outcome()).variant(it.afterDayEnd(), "late");
    };
  }

  private static Sentence of(HelpRequestEvent event) {
    return switch (event) {
      case HelpRequestReceived it ->
          say(it, "unit", it.unit(), "channel", it.channel(), "help", it.urgency());
      case HelpRequestResponded it -> say(it, "unit", it.unit()).variant(!it.inTime(), "late");
      case HelpRequestOverdue it ->
          say(it, "unit", it.unit(), "hours", it.hoursLate(), "level", it.level());
      case HelpRequestClosed it -> say(it, "unit", it.unit(), "came", it.outcome());
    };
  }

  private static Sentence of(CaseEvent event) {
    return switch (event) {
      case CaseOpened it -> say(it, "unit", it.unit());
      case CaseAssessed it -> say(it, "risk", it.risk());
      case CasePlanAgreed it ->
          say(it, "revision", it.revision(), "goals", it.goals(), "until", it.until());
      case CaseInterventionRecorded it ->
          say(
              it,
              "number",
              it.number(),
              "work",
              it.method(),
              "on",
              it.on(),
              "minutes",
              it.minutes());
      case CaseEvaluated it ->
          say(it, "reached", it.goalsReached(), "goals", it.goals(), "rating", it.clientScore());
      case CaseReferred it -> say(it, "receiver", it.receiver());
      case CaseClosed it -> say(it, "outcome", it.outcome(), "end", it.reason());
      case CaseFollowedUp it -> say(it, "months", it.months()).variant(!it.lasts(), "relapsed");
      case CaseFollowUpOverdue it -> say(it, "months", it.months(), "until", it.dueAt());
    };
  }

  private static Sentence of(ProjectEvent event) {
    return switch (event) {
      case PurchaseGuidePublished it -> say(it, "guide", it.guide(), "on", it.effectiveFrom());
      case PurchaserRegistered it -> say(it, "dept", it.dept(), "name", it.name());
      case PurchaseItemListed it -> say(it, "dept", it.dept(), "name", it.name());
      case LowFeeProgrammeRegistered it -> say(it, "name", it.name(), "state", it.state());
      case ProjectInitiated it ->
          say(it, "unit", it.owner(), "dept", it.purchaser(), "field", it.field());
      case NeedsBundled it -> say(it, "needs", it.needs().size());
      case ProjectDesigned it ->
          say(it, "on", it.start(), "until", it.end()).amount(it.budgetFen());
      case ProjectFundingRequested it -> say(it, "lines", it.lines().size()).amount(it.totalFen());
      case ProjectFunded it -> say(it, "until", it.expiresAt());
      case ProjectFundingFailed it -> say(it, "codes", joined(it.codes()));
      case ProjectSubmittedForReview it -> say(it, "on", it.reviewOn());
      case ProjectApproved it -> say(it, "panel", it.panelSize(), "score", it.meanScore());
      case ProjectReturned it -> say(it, "panel", it.panelSize());
      case ProjectRejected it -> say(it, "panel", it.panelSize());
      case UndertakerSelected it -> say(it, "operator", it.undertaker(), "method", it.method());
      case ProjectContracted it ->
          say(it, "operator", it.undertaker(), "dept", it.purchaser()).amount(it.amountFen());
      case ProjectStarted it -> say(it, "team", it.team(), "certified", it.certified());
      case ServiceSessionHeld it ->
          say(it, "persons", it.persons(), "times", it.personTimes(), "on", it.date());
      case MilestoneReached it -> say(it, "milestone", it.milestone(), "percent", it.progress());
      case ProjectCompletionClaimed it -> say(it, "persons", it.beneficiaries());
      case AcceptancePassed it -> say(it, "round", it.round());
      case ProjectEvaluated it -> say(it, "score", it.score(), "grade", it.grade());
      case ProjectClosed it -> say(it, "on", it.closedOn());
      case ProjectTerminated it -> say(it, "needs", it.needs().size(), "why", it.cause());
      case ProjectCancelled it -> say(it, "needs", it.needs().size());
      case DepartmentActivityAccepted it -> planned(it, it.dept(), it.plan());
      case DepartmentActivityRevised it -> planned(it, it.dept(), it.plan());
      case DepartmentActivityRejected it ->
          say(it, "id", it.activity(), "codes", joined(it.codes()));
      case DepartmentActivityCancelled it -> say(it, "id", it.activity(), "dept", it.dept());
      case DepartmentActivityReported it ->
          say(
                  it,
                  "id",
                  it.activity(),
                  "dept",
                  it.dept(),
                  "sessions",
                  it.sessions(),
                  "persons",
                  it.persons(),
                  "times",
                  it.personTimes())
              .amount(it.costFen());
    };
  }

  private static Sentence planned(ProjectEvent.OfActivity it, DeptCode dept, ActivityPlan plan) {
    return say(
        it,
        "id",
        it.activity(),
        "dept",
        dept,
        "activity",
        plan.type(),
        "groups",
        joined(plan.groups()),
        "since",
        plan.startAt(),
        "until",
        plan.endAt());
  }

  private static Sentence of(FundEvent event) {
    return switch (event) {
      case FundOpened it -> say(it, "fund", it.fund(), "name", it.name());
      case FundContributionReceived it ->
          say(it, "fund", it.fund(), "payer", it.payer()).amount(it.amountFen());
      case FundBalanceChanged it ->
          say(
              it,
              "fund",
              it.fund(),
              "availableFen",
              it.availableFen(),
              "heldFen",
              it.heldFen(),
              "committedFen",
              it.committedFen());
      case FundSourceRegistered it -> say(it, "name", it.name(), "dept", it.owner());
      case FundAllocationRecorded it ->
          say(it, "fund", it.fund(), "unit", it.unit()).amount(it.amountFen());
      case FundContributionReversed it -> say(it, "fund", it.fund()).amount(it.amountFen());
      case LeverageRecorded it ->
          say(it, "fund", it.fund(), "dept", it.dept(), "seeds", it.seeds().size())
              .amount(it.leveragedFen());
      case MicroFundEstablished it ->
          say(it, "fund", it.fund(), "members", it.members(), "residents", it.residents());
      case MicroFundDonationReceived it ->
          say(it, "fund", it.fund(), "payer", it.donor()).amount(it.amountFen());
      case MicroFundGrantApproved it ->
          say(it, "fund", it.fund(), "grant", it.purpose(), "yes", it.yes(), "no", it.no())
              .amount(it.amountFen());
      case MicroFundStatementPublished it ->
          say(it, "fund", it.fund(), "year", it.year(), "inFen", it.inFen(), "outFen", it.outFen())
              .amount(it.balanceFen());
      case MicroFundFellDormant it -> say(it, "fund", it.fund());
      case MicroFundEnded it -> say(it, "fund", it.fund()).amount(it.residueFen());
      case FeeCollected it ->
          say(it, "programme", it.programme(), "count", it.count(), "on", it.date())
              .amount(it.amountFen());
      case FeeRefunded it -> say(it, "programme", it.programme()).amount(it.amountFen());
      case FundFrozen it -> say(it, "fund", it.fund(), "why", it.reason());
      case FundUnfrozen it -> say(it, "fund", it.fund());
      case FundYearClosed it ->
          say(it, "fund", it.fund(), "lapsedFen", it.lapsedFen()).amount(it.carryOverFen());
      case DisbursementRejected it -> say(it, "tranche", it.tranche(), "why", it.code());
      case FundsRefunded it -> say(it, "operator", it.payer()).amount(it.totalFen());
      case FundsReserved it ->
          say(it, "lines", it.lines().size(), "until", it.expiresAt()).amount(it.totalFen());
      case FundsReservationRejected it -> say(it, "lines", it.failures().size());
      case FundsReservationReleased it -> say(it, "why", it.cause()).amount(it.totalFen());
      case FundsReservationExpired it -> say(it).amount(it.totalFen());
      case FundsCommitted it -> say(it).amount(it.totalFen());
      case DisbursementRequested it ->
          say(it, "tranche", it.tranche(), "operator", it.payee()).amount(it.totalFen());
      case FundsDisbursed it ->
          say(it, "tranche", it.tranche(), "operator", it.payee()).amount(it.totalFen());
      case FundsSettled it -> say(it, "releasedFen", it.releasedFen()).amount(it.paidFen());
    };
  }

  private static Sentence of(EvaluationEvent event) {
    return switch (event) {
      case IndicatorSystemPublished it -> say(it, "system", it.system(), "round", it.version());
      case EvaluationPlanned it -> say(it, "kind", it.kind(), "due", it.due());
      case ThirdPartyEngaged it -> say(it, "evaluator", it.evaluator());
      case SupervisionVisitRecorded it -> say(it, "on", it.date());
      case SupervisionFindingRaised it -> say(it, "severity", it.severity(), "due", it.due());
      case SupervisionFindingClosed it -> say(it, "on", it.closedOn());
      case SurveyOpened it -> say(it, "population", it.population(), "least", it.minimum());
      case SurveyClosed it ->
          say(it, "population", it.population(), "answers", it.answers(), "score", it.score())
              .variant(!it.valid(), "invalid");
      case ThirdPartyAssessmentSubmitted it -> say(it, "score", it.score());
      case GovPerformanceSubmitted it -> say(it, "dept", it.by(), "score", it.score());
      case EvaluationScored it ->
          say(it, "score", it.published(), "grade", it.grade()).variant(it.capped(), "capped");
      case EvaluationResultNotified it -> say(it, "until", it.appealUntil());
      case EvaluationFinalised it -> say(it, "score", it.published(), "grade", it.grade());
      case IncentiveGranted it ->
          say(it, "operator", it.target(), "incentive", it.kind(), "until", it.validTo());
      case RectificationRequired it -> say(it, "operator", it.target(), "due", it.due());
      case RectificationVerified it -> say(it, "on", it.verifiedOn());
      case SanctionImposed it -> say(it, "operator", it.target(), "until", it.validTo());
    };
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
