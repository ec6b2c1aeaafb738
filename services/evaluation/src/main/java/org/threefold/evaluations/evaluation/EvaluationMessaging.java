package org.threefold.evaluations.evaluation;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.evaluations.surroundings.Surroundings;
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
import org.threefold.messaging.Cause;
import org.threefold.messaging.Ear;

/** Everything evaluation hears, and what it does about each. */
@Configuration(proxyBeanMethods = false)
class EvaluationMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> stations(Ear ear, Surroundings surroundings) {
    return ear.hear(
        StationEvent.class,
        (event, cause) -> {
          switch (event) {
            case OperatingContractSigned it -> surroundings.learn(it, cause);
            case DivisionRegistered _,
                StationRegistered _,
                StationActivated _,
                StaffAssigned _,
                OperatorRegistered _ -> {} // Only who runs a unit bears on independence.
            case StationEvent.OfResource _,
                ServiceItemListPublished _ -> {} // Projects are evaluated, not what else there is.
            case ArchiveItemExpected _, ArchiveItemFiled _, ArchiveCompletenessChanged _ -> {}
              // Files are checked when a project closes.
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> projects(
      Ear ear, Surroundings surroundings, Evaluations evaluations) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          switch (event) {
            case ProjectInitiated it -> surroundings.learn(it, cause);
            case ProjectContracted it -> contracted(it, cause, surroundings, evaluations);
            case ProjectStarted it -> surroundings.learn(it, cause);
            case ProjectCompletionClaimed it -> evaluations.openSurvey(it, cause);
            case AcceptancePassed it -> surroundings.learn(it, cause);
            case NeedsBundled _,
                ProjectDesigned _,
                ProjectFundingRequested _,
                ProjectFunded _,
                ProjectFundingFailed _,
                ProjectSubmittedForReview _,
                ProjectApproved _,
                ProjectReturned _,
                ProjectRejected _,
                ProjectCancelled _,
                UndertakerSelected _ -> {} // Nothing is evaluated before there is a contract.
            case ProjectTerminated _ -> {} // It is settled, not graded.
            case ServiceSessionHeld _, MilestoneReached _ -> {} // Seen by the third party on site.
            case ProjectEvaluated _, ProjectClosed _ -> {} // Follow from what was said here.
            case PurchaseGuidePublished _,
                PurchaserRegistered _,
                PurchaseItemListed _,
                LowFeeProgrammeRegistered _ -> {} // No project, no evaluation.
            case ProjectEvent.OfActivity _ -> {} // Departments judge what they hold themselves.
          }
        });
  }

  private static void contracted(
      ProjectContracted it, Cause.Heard cause, Surroundings surroundings, Evaluations evaluations) {
    surroundings.learn(it, cause);
    evaluations.plan(it, cause);
  }
}
