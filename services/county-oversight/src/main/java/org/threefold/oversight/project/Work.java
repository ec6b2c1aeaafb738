package org.threefold.oversight.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.NeedId;
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

/**
 * What the project's own stream tells of it. Amounts are fen.
 *
 * @param sessions services held so far
 * @param personTimes attendances so far
 * @param progress weight of the milestones reached so far, 0 to 100
 */
record Work(
    @Nullable ProjectStatus status,
    String owner,
    String purchaser,
    @Nullable GovernanceField field,
    List<String> needs,
    long budgetFen,
    String undertaker,
    long contractFen,
    int sessions,
    long personTimes,
    int progress,
    @Nullable BigDecimal score,
    @Nullable Grade grade) {

  static final Work NONE = new Work(null, "", "", null, List.of(), 0, "", 0, 0, 0, 0, null, null);

  /** What is known after one more fact; total, for facts are not up for debate. */
  Work after(ProjectEvent.OfProject event) {
    ProjectStatus next = ProjectStatus.after(event);
    Work now = next == null ? this : with(next);
    return switch (event) {
      case ProjectInitiated it -> now.begun(it);
      case NeedsBundled it -> now.bundled(it.needs());
      case ProjectDesigned it -> now.budgeted(it.budgetFen());
      case ProjectFundingRequested _, ProjectFunded _, ProjectFundingFailed _ -> now;
      case ProjectSubmittedForReview _, ProjectApproved _, ProjectReturned _ -> now;
      case ProjectRejected _, ProjectCancelled _, ProjectTerminated _ -> now;
      case UndertakerSelected it -> now.undertaken(it.undertaker().value(), contractFen);
      case ProjectContracted it -> now.undertaken(it.undertaker().value(), it.amountFen());
      case ProjectStarted _ -> now;
      case ServiceSessionHeld it ->
          now.done(sessions + 1, personTimes + it.personTimes(), progress);
      case MilestoneReached it -> now.done(sessions, personTimes, it.progress());
      case ProjectCompletionClaimed _, AcceptancePassed _ -> now;
      case ProjectEvaluated it -> now.judged(it.score(), it.grade());
      case ProjectClosed _ -> now;
    };
  }

  private Work with(ProjectStatus next) {
    return new Work(
        next,
        owner,
        purchaser,
        field,
        needs,
        budgetFen,
        undertaker,
        contractFen,
        sessions,
        personTimes,
        progress,
        score,
        grade);
  }

  private Work begun(ProjectInitiated it) {
    return new Work(
        status,
        it.owner().value(),
        it.purchaser().value(),
        it.field(),
        needs,
        budgetFen,
        undertaker,
        contractFen,
        sessions,
        personTimes,
        progress,
        score,
        grade);
  }

  private Work bundled(List<NeedId> more) {
    List<String> all =
        Stream.concat(needs.stream(), more.stream().map(NeedId::value)).distinct().toList();
    return new Work(
        status,
        owner,
        purchaser,
        field,
        all,
        budgetFen,
        undertaker,
        contractFen,
        sessions,
        personTimes,
        progress,
        score,
        grade);
  }

  private Work budgeted(long fen) {
    return new Work(
        status,
        owner,
        purchaser,
        field,
        needs,
        fen,
        undertaker,
        contractFen,
        sessions,
        personTimes,
        progress,
        score,
        grade);
  }

  private Work undertaken(String by, long fen) {
    return new Work(
        status,
        owner,
        purchaser,
        field,
        needs,
        budgetFen,
        by,
        fen,
        sessions,
        personTimes,
        progress,
        score,
        grade);
  }

  private Work done(int held, long attended, int reached) {
    return new Work(
        status,
        owner,
        purchaser,
        field,
        needs,
        budgetFen,
        undertaker,
        contractFen,
        held,
        attended,
        reached,
        score,
        grade);
  }

  private Work judged(BigDecimal by, Grade as) {
    return new Work(
        status,
        owner,
        purchaser,
        field,
        needs,
        budgetFen,
        undertaker,
        contractFen,
        sessions,
        personTimes,
        progress,
        by,
        as);
  }
}
