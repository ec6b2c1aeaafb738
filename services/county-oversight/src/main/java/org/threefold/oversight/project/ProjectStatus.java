package org.threefold.oversight.project;

import org.jspecify.annotations.Nullable;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.AcceptancePassed;
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
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.events.ProjectEvent.UndertakerSelected;

/** How far a project has come, as its facts tell (domain §3.3.2). */
public enum ProjectStatus {
  INITIATED,
  DESIGNED,
  FUNDING,
  FUNDED,
  UNDER_REVIEW,
  APPROVED,
  CONTRACTED,
  IN_PROGRESS,
  UNDER_ACCEPTANCE,
  ACCEPTED,
  EVALUATED,
  CLOSED,
  REJECTED,
  TERMINATED,
  CANCELLED;

  /** The status this fact leads to; null if it stays as it is. */
  public static @Nullable ProjectStatus after(ProjectEvent.OfProject event) {
    return switch (event) {
      case ProjectInitiated _ -> INITIATED;
      case NeedsBundled _, UndertakerSelected _ -> null;
      case ProjectDesigned _, ProjectFundingFailed _, ProjectReturned _ -> DESIGNED;
      case ProjectFundingRequested _ -> FUNDING;
      case ProjectFunded _ -> FUNDED;
      case ProjectSubmittedForReview _ -> UNDER_REVIEW;
      case ProjectApproved _ -> APPROVED;
      case ProjectRejected _ -> REJECTED;
      case ProjectContracted _ -> CONTRACTED;
      case ProjectStarted _ -> IN_PROGRESS;
      case ServiceSessionHeld _, MilestoneReached _ -> null;
      case ProjectCompletionClaimed _ -> UNDER_ACCEPTANCE;
      case AcceptancePassed _ -> ACCEPTED;
      case ProjectEvaluated _ -> EVALUATED;
      case ProjectClosed _ -> CLOSED;
      case ProjectTerminated _ -> TERMINATED;
      case ProjectCancelled _ -> CANCELLED;
    };
  }
}
