package org.threefold.projects;

import static org.threefold.projects.work.WaitingNeed.Status.CLOSED;
import static org.threefold.projects.work.WaitingNeed.Status.GONE;
import static org.threefold.projects.work.WaitingNeed.Status.IN_SERVICE;
import static org.threefold.projects.work.WaitingNeed.Status.PLANNED;
import static org.threefold.projects.work.WaitingNeed.Status.SERVED;
import static org.threefold.projects.work.WaitingNeed.Status.WAITING;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.CaseEvent;
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
import org.threefold.events.EvaluationKind;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.DisbursementRejected;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.IntakeEvent;
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
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.VisitEvent;
import org.threefold.messaging.Ear;
import org.threefold.projects.project.Projects;
import org.threefold.projects.surroundings.Surroundings;
import org.threefold.projects.work.WaitingNeeds;

/** Everything project management hears, and the one thing it does about each. */
@Configuration(proxyBeanMethods = false)
class ProjectManagementMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> stations(Ear ear, Surroundings surroundings) {
    return ear.hear(
        StationEvent.class,
        (event, cause) -> {
          switch (event) {
            case StationActivated it -> surroundings.learn(it, cause);
            case OperatorRegistered it -> surroundings.learn(it, cause);
            case OperatingContractSigned it -> surroundings.learn(it, cause);
            case ArchiveCompletenessChanged it -> surroundings.learn(it, cause);
            case DivisionRegistered _, StationRegistered _ -> {} // Only an open unit owns projects.
            case StaffAssigned _ -> {} // The token says who works where.
            case ArchiveItemExpected _, ArchiveItemFiled _ -> {} // The percentage says it all.
            case StationEvent.OfResource _,
                ServiceItemListPublished _ -> {} // Needs are matched with them, not projects.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> needs(Ear ear, WaitingNeeds waiting) {
    return ear.hear(
        IntakeEvent.class,
        (event, cause) -> {
          switch (event) {
            case NeedRouted it -> waiting.learn(it, cause);
            case NeedMerged it -> waiting.move(it.need(), GONE, null, cause);
            case NeedDeclined it -> waiting.move(it.need(), GONE, null, cause);
            case NeedPlanned it -> waiting.move(it.need(), PLANNED, it.project(), cause);
            case NeedUnplanned it -> waiting.move(it.need(), WAITING, null, cause);
            case NeedInService it -> waiting.move(it.need(), IN_SERVICE, it.project(), cause);
            case NeedServed it -> waiting.move(it.need(), SERVED, it.project(), cause);
            case NeedFeedbackGiven it -> waiting.tell(it.need(), cause);
            case NeedClosed it -> waiting.move(it.need(), CLOSED, it.project(), cause);
            case NeedAnalysed it -> waiting.weigh(it, cause);
            case NeedReopened it -> waiting.move(it.need(), GONE, null, cause);
            case NeedCollected _, NeedSorted _, NeedEscalated _, NeedReturned _, NeedMatched _ -> {
              // Not ours until it is routed to a project.
            }
            case NeedReferred _, NeedReferralAnswered _ -> {} // It was routed another way.
            case NeedDisputed _, NeedOverdue _ -> {} // What follows is said of its own.
            case VisitEvent _, HelpRequestEvent _ -> {} // No need yet.
            case CaseEvent _, SafeguardingEvent _ -> {} // No project answers these.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> funds(Ear ear, Projects projects, Surroundings surroundings) {
    return ear.hear(
        FundEvent.class,
        (event, cause) -> {
          switch (event) {
            case FundsReserved it -> projects.hear(it, cause);
            case FundsReservationRejected it -> projects.hear(it, cause);
            case FundsReservationExpired it -> projects.hear(it, cause);
            case FundsReservationReleased it -> {
              surroundings.learn(it, cause);
              projects.hear(it, cause);
            }
            case FundsCommitted it -> surroundings.learn(it, cause);
            case FundsSettled it -> surroundings.learn(it, cause);
            case DisbursementRequested _,
                DisbursementRejected _,
                FundsDisbursed _,
                FundsRefunded _ -> {} // Paying is the ledger's business.
            case FundSourceRegistered _, FundEvent.OfFund _ -> {} // No project of ours.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> evaluations(
      Ear ear, Projects projects, Surroundings surroundings) {
    return ear.hear(
        EvaluationEvent.class,
        (event, cause) -> {
          switch (event) {
            case EvaluationPlanned it when it.kind() == EvaluationKind.FINAL ->
                surroundings.learnFinal(it, cause);
            case EvaluationFinalised it -> projects.hear(it, cause);
            case SanctionImposed it -> surroundings.learn(it, cause);
            case EvaluationPlanned _ -> {} // Only the final evaluation grades a project.
            case ThirdPartyEngaged _,
                SupervisionVisitRecorded _,
                SupervisionFindingRaised _,
                SupervisionFindingClosed _,
                SurveyOpened _,
                SurveyClosed _,
                ThirdPartyAssessmentSubmitted _,
                GovPerformanceSubmitted _,
                EvaluationScored _,
                EvaluationResultNotified _ -> {} // No grade stands yet.
            case IncentiveGranted _, RectificationRequired _, RectificationVerified _ -> {
              // Between the parties.
            }
            case IndicatorSystemPublished _ -> {} // Belongs to no project.
          }
        });
  }
}
