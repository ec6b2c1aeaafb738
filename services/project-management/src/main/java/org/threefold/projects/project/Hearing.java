package org.threefold.projects.project;

import static org.threefold.projects.project.Status.ACCEPTED;
import static org.threefold.projects.project.Status.APPROVED;
import static org.threefold.projects.project.Status.FUNDED;
import static org.threefold.projects.project.Status.FUNDING;
import static org.threefold.projects.project.Status.UNDER_REVIEW;

import java.util.List;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectEvaluated;
import org.threefold.events.ProjectEvent.ProjectFunded;
import org.threefold.events.ProjectEvent.ProjectFundingFailed;
import org.threefold.projects.project.ProjectCommand.Conclude;
import org.threefold.projects.project.ProjectCommand.HoldMoney;
import org.threefold.projects.project.ProjectCommand.LoseHold;
import org.threefold.projects.project.ProjectCommand.LoseMoney;
import org.threefold.projects.project.ProjectCommand.MissMoney;
import org.threefold.projects.project.ProjectCommand.News;

/** What a project makes of what the ledger and evaluation say. */
final class Hearing {

  /** Stands among the ledger's codes for a hold that ran out. */
  static final String EXPIRED = "HOLD-EXPIRED";

  /** Stands among the ledger's codes for a hold that the bank took the money of (X12). */
  static final String REVERSED = "CONTRIBUTION-REVERSED";

  private Hearing() {}

  static List<OfProject> hear(Begun project, News news) {
    return switch (news) {
      case HoldMoney it when project.isIn(FUNDING) && isCurrent(project, it.planVersion()) ->
          List.of(
              new ProjectFunded(project.id(), it.reservation(), it.planVersion(), it.expiresAt()));
      // An approval that found no money any more is void (domain §5.2, X3).
      case MissMoney it
          when project.isIn(FUNDING, APPROVED) && isCurrent(project, it.planVersion()) ->
          List.of(new ProjectFundingFailed(project.id(), it.planVersion(), it.codes()));
      // After approval the ledger tries once more by itself, and says how that went.
      case LoseHold it
          when project.isIn(FUNDED, UNDER_REVIEW)
              && it.reservation().equals(project.money().reservation()) ->
          List.of(
              new ProjectFundingFailed(
                  project.id(), project.money().planVersion(), List.of(EXPIRED)));
      case LoseMoney it
          when project.isIn(FUNDED, UNDER_REVIEW, APPROVED)
              && it.reservation().equals(project.money().reservation()) ->
          List.of(
              new ProjectFundingFailed(
                  project.id(), project.money().planVersion(), List.of(REVERSED)));
      case Conclude it when project.isIn(ACCEPTED) ->
          List.of(new ProjectEvaluated(project.id(), it.evaluation(), it.score(), it.grade()));
      case HoldMoney _, MissMoney _, LoseHold _, LoseMoney _, Conclude _ ->
          List.of(); // Late, or twice.
    };
  }

  private static boolean isCurrent(Begun project, int planVersion) {
    return planVersion == project.money().planVersion();
  }
}
