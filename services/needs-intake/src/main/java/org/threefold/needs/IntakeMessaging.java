package org.threefold.needs;

import static org.threefold.events.UnplanCause.PROJECT_CANCELLED;
import static org.threefold.events.UnplanCause.PROJECT_REJECTED;
import static org.threefold.events.UnplanCause.PROJECT_TERMINATED;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.AcceptancePassed;
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
import org.threefold.messaging.Ear;
import org.threefold.needs.need.Needs;
import org.threefold.needs.supply.Departments;
import org.threefold.needs.supply.Supplies;
import org.threefold.needs.unit.Units;

/** Everything needs intake hears, and the one thing it does about each. */
@Configuration(proxyBeanMethods = false)
class IntakeMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> stations(Ear ear, Units units, Supplies supplies) {
    return ear.hear(
        StationEvent.class,
        (event, cause) -> {
          switch (event) {
            case DivisionRegistered it -> units.learn(it, cause);
            case StationRegistered it -> units.learn(it, cause);
            case StationActivated it -> units.learn(it, cause);
            case StaffAssigned it -> units.learn(it, cause);
            case ResourceUnitRegistered it -> supplies.learn(it, cause);
            case ResourceUnitWithdrawn it -> supplies.withdraw(it.resource(), cause);
            case ServiceItemListPublished it -> supplies.learn(it, cause);
            case OperatorRegistered _, OperatingContractSigned _ -> {} // Needs belong to units.
            case ArchiveItemExpected _, ArchiveItemFiled _, ArchiveCompletenessChanged _ -> {}
          }
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> projects(
      Ear ear, Needs needs, Supplies supplies, Departments departments) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          switch (event) {
            case LowFeeProgrammeRegistered it -> supplies.learn(it, cause);
            case NeedsBundled it -> needs.plan(it.needs(), it.project(), cause);
            case ProjectRejected it ->
                needs.unplan(it.needs(), it.project(), PROJECT_REJECTED, cause);
            case ProjectCancelled it ->
                needs.unplan(it.needs(), it.project(), PROJECT_CANCELLED, cause);
            case ProjectTerminated it ->
                needs.unplan(it.needs(), it.project(), PROJECT_TERMINATED, cause);
            case ProjectStarted it -> needs.startService(it.needs(), it.project(), cause);
            case ProjectCompletionClaimed it -> needs.serve(it.needs(), it.project(), cause);
            case ProjectInitiated _,
                ProjectDesigned _,
                ProjectFundingRequested _,
                ProjectFunded _,
                ProjectFundingFailed _,
                ProjectSubmittedForReview _,
                ProjectApproved _,
                ProjectReturned _,
                UndertakerSelected _,
                ProjectContracted _ -> {} // Planned is planned until work starts.
            case ServiceSessionHeld _, MilestoneReached _ -> {} // In service is in service.
            case AcceptancePassed _, ProjectEvaluated _, ProjectClosed _ -> {} // Served is served.
            case DepartmentActivityAccepted it -> supplies.learn(it, cause);
            case DepartmentActivityRevised it -> supplies.learn(it, cause);
            case DepartmentActivityCancelled it -> supplies.end(it.activity(), cause);
            case DepartmentActivityReported it -> supplies.end(it.activity(), cause);
            case DepartmentActivityRejected _ -> {} // What stood before still stands.
            case PurchaserRegistered it -> departments.learn(it, cause);
            case PurchaseGuidePublished _, PurchaseItemListed _ -> {} // For projects alone.
          }
        });
  }
}
