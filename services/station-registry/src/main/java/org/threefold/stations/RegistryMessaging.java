package org.threefold.stations;

import static org.threefold.events.ArchiveDocument.ACCEPTANCE;
import static org.threefold.events.ArchiveDocument.COMPLETION;
import static org.threefold.events.ArchiveDocument.CONTRACT;
import static org.threefold.events.ArchiveDocument.DESIGN;
import static org.threefold.events.ArchiveDocument.EVALUATION_REPORT;
import static org.threefold.events.ArchiveDocument.FUND_PLAN;
import static org.threefold.events.ArchiveDocument.MILESTONES;
import static org.threefold.events.ArchiveDocument.NEED_BASIS;
import static org.threefold.events.ArchiveDocument.REVIEW_RECORD;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
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
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.AcceptancePassed;
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
import org.threefold.messaging.Ear;
import org.threefold.stations.archive.Archives;
import org.threefold.stations.operator.Operators;

/** Everything the register hears, and the one thing it does about each. */
@Configuration(proxyBeanMethods = false)
class RegistryMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> projects(Ear ear, Archives archives) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          switch (event) {
            case ProjectInitiated it -> archives.expect(it.project(), NEED_BASIS, cause);
            case ProjectDesigned it -> archives.expect(it.project(), DESIGN, cause);
            case ProjectFunded it -> archives.expect(it.project(), FUND_PLAN, cause);
            case ProjectApproved it -> archives.expect(it.project(), REVIEW_RECORD, cause);
            case ProjectContracted it -> archives.expect(it.project(), CONTRACT, cause);
            case MilestoneReached it -> archives.expect(it.project(), MILESTONES, cause);
            case ProjectCompletionClaimed it -> archives.expect(it.project(), COMPLETION, cause);
            case AcceptancePassed it -> archives.expect(it.project(), ACCEPTANCE, cause);
            case NeedsBundled _ -> {} // The need basis has been expected since the start.
            case ProjectFundingRequested _,
                ProjectFundingFailed _,
                ProjectSubmittedForReview _,
                ProjectReturned _,
                UndertakerSelected _,
                ProjectStarted _,
                ServiceSessionHeld _,
                ProjectEvaluated _ -> {} // These steps leave no document of their own.
            case ProjectRejected _,
                ProjectCancelled _,
                ProjectTerminated _,
                ProjectClosed _ -> {} // The file stays.
            case PurchaseGuidePublished _,
                PurchaserRegistered _,
                PurchaseItemListed _,
                LowFeeProgrammeRegistered _ -> {} // No project, no file.
            case ProjectEvent.OfActivity _ -> {} // Departments keep files of their own.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> evaluations(Ear ear, Archives archives, Operators operators) {
    return ear.hear(
        EvaluationEvent.class,
        (event, cause) -> {
          switch (event) {
            case EvaluationFinalised it -> archives.expect(it.project(), EVALUATION_REPORT, cause);
            case SanctionImposed it ->
                operators.bar(it.target(), it.validFrom(), it.validTo(), cause);
            case EvaluationPlanned _,
                ThirdPartyEngaged _,
                SupervisionVisitRecorded _,
                SupervisionFindingRaised _,
                SupervisionFindingClosed _,
                SurveyOpened _,
                SurveyClosed _,
                ThirdPartyAssessmentSubmitted _,
                GovPerformanceSubmitted _,
                EvaluationScored _,
                EvaluationResultNotified _ -> {} // Only the final result is filed.
            case IncentiveGranted _ -> {} // Counts when undertakers are chosen, not here.
            case RectificationRequired _, RectificationVerified _ -> {} // Between the parties.
            case IndicatorSystemPublished _ -> {} // Belongs to no project.
          }
        });
  }
}
