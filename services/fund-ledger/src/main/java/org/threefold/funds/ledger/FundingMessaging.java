package org.threefold.funds.ledger;

import static org.threefold.events.ReleaseCause.PROJECT_CANCELLED;
import static org.threefold.events.ReleaseCause.PROJECT_REJECTED;
import static org.threefold.events.ReleaseCause.PROJECT_RETURNED;

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
import org.threefold.funds.ledger.FundingCommand.Accept;
import org.threefold.funds.ledger.FundingCommand.Begin;
import org.threefold.funds.ledger.FundingCommand.Commit;
import org.threefold.funds.ledger.FundingCommand.Judge;
import org.threefold.funds.ledger.FundingCommand.Mend;
import org.threefold.funds.ledger.FundingCommand.Reach;
import org.threefold.funds.ledger.FundingCommand.Release;
import org.threefold.funds.ledger.FundingCommand.Reserve;
import org.threefold.funds.ledger.FundingCommand.Sign;
import org.threefold.funds.ledger.FundingCommand.Terminate;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Ear;

/**
 * Everything the ledger hears about projects and their evaluation, and the one thing it does about
 * each.
 */
@Configuration(proxyBeanMethods = false)
class FundingMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> projects(Ear ear, Fundings fundings) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          switch (event) {
            case ProjectFundingRequested it -> fundings.hear(reserve(it, cause), cause);
            case ProjectApproved it ->
                fundings.hear(new Commit(it.project(), it.reservation(), cause.at()), cause);
            case ProjectReturned it ->
                fundings.hear(new Release(it.project(), it.reservation(), PROJECT_RETURNED), cause);
            case ProjectRejected it ->
                fundings.hear(new Release(it.project(), it.reservation(), PROJECT_REJECTED), cause);
            case ProjectCancelled it ->
                fundings.hear(new Release(it.project(), null, PROJECT_CANCELLED), cause);
            case ProjectContracted it -> fundings.hear(sign(it), cause);
            case ProjectStarted it -> fundings.hear(new Begin(it.project()), cause);
            case MilestoneReached it ->
                fundings.hear(new Reach(it.project(), it.progress(), it.evidenceCount()), cause);
            case ProjectTerminated it -> fundings.hear(new Terminate(it.project()), cause);
            case AcceptancePassed it -> fundings.hear(new Accept(it.project()), cause);
            case PurchaseGuidePublished _,
                PurchaserRegistered _,
                PurchaseItemListed _ -> {} // What may be bought, not what it is paid from.
            case LowFeeProgrammeRegistered it ->
                fundings.hear(
                    new FeeCommand.LearnProgramme(it.programme(), it.state(), it.tariffFen()),
                    cause);
            case ProjectInitiated _,
                NeedsBundled _,
                ProjectDesigned _ -> {} // No money asked for yet.
            case ProjectFunded _, ProjectFundingFailed _ -> {} // Our own answer, come back.
            case ProjectSubmittedForReview _, UndertakerSelected _ -> {} // The contract binds.
            case ServiceSessionHeld _, ProjectCompletionClaimed _ -> {} // Paid for by milestones.
            case ProjectEvaluated _ -> {} // The grade is heard from evaluation itself.
            case ProjectClosed _ -> {} // Settled before.
            case ProjectEvent.OfActivity _ -> {} // Paid by the department, not from here.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> evaluations(Ear ear, Fundings fundings) {
    return ear.hear(
        EvaluationEvent.class,
        (event, cause) -> {
          switch (event) {
            case EvaluationFinalised it ->
                fundings.hear(new Judge(it.project(), it.grade()), cause);
            case RectificationVerified it -> fundings.hear(new Mend(it.project()), cause);
            case IndicatorSystemPublished _,
                EvaluationPlanned _,
                ThirdPartyEngaged _,
                SupervisionVisitRecorded _,
                SupervisionFindingRaised _,
                SupervisionFindingClosed _,
                SurveyOpened _,
                SurveyClosed _,
                ThirdPartyAssessmentSubmitted _,
                GovPerformanceSubmitted _,
                EvaluationScored _,
                EvaluationResultNotified _ -> {} // No grade stands yet.
            case IncentiveGranted _, SanctionImposed _ -> {} // Not paid from a project's money.
            case RectificationRequired _ -> {} // The last tranche waits until it is verified.
          }
        });
  }

  private static Reserve reserve(ProjectFundingRequested it, Cause.Heard cause) {
    List<Plan.Line> lines =
        it.lines().stream()
            .map(line ->
                new Plan.Line(line.fund(), line.amountFen(), line.purpose(), line.costCode()))
            .toList();
    return new Reserve(
        it.project(),
        new Plan(it.planVersion(), lines, it.totalFen(), it.division()),
        it.groups(),
        cause.at());
  }

  private static Sign sign(ProjectContracted it) {
    return new Sign(
        it.project(), new Contract(it.contract(), it.undertaker(), it.purchaser(), it.amountFen()));
  }
}
