package org.threefold.projects.project;

import java.util.ArrayList;
import java.util.List;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.OfProject;
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
import org.threefold.projects.project.Begun.Money;
import org.threefold.projects.project.Begun.Outcome;
import org.threefold.projects.project.Begun.Purchase;
import org.threefold.projects.project.Begun.Review;
import org.threefold.projects.project.Begun.Work;

/** What a project is after each of its facts. */
final class Evolution {

  private static final Review NO_REVIEW = new Review(null, null, null);
  private static final Purchase NO_PURCHASE = new Purchase(null, null, null, null, null);

  private Evolution() {}

  static Project after(Project project, OfProject event) {
    return project instanceof Begun begun
        ? after(begun, event)
        : event instanceof ProjectInitiated it ? Begun.of(it) : project;
  }

  private static Begun after(Begun project, OfProject event) {
    return switch (event) {
      case ProjectInitiated _ -> project;
      case NeedsBundled it -> project.with(joined(project.needs(), it.needs()));
      case ProjectDesigned it -> project.with(it).with(Status.DESIGNED);
      case ProjectFundingRequested it ->
          project
              .with(new Money(it.planVersion(), it.lines(), null, null, List.of(), null))
              .with(Status.FUNDING);
      case ProjectFunded it ->
          project
              .with(
                  new Money(
                      it.planVersion(),
                      project.money().lines(),
                      it.reservation(),
                      it.expiresAt(),
                      List.of(),
                      null))
              .with(Status.FUNDED);
      case ProjectFundingFailed it -> backToDesign(project, it.codes());
      case ProjectSubmittedForReview it ->
          project.with(new Review(it.reviewOn(), null, null)).with(Status.UNDER_REVIEW);
      case ProjectApproved it ->
          project
              .with(new Review(project.review().on(), project.review().panel(), it.meanScore()))
              .with(Status.APPROVED);
      case ProjectReturned _ -> backToDesign(project, List.of());
      case ProjectRejected _ -> project.with(Status.REJECTED);
      case UndertakerSelected it ->
          project.with(new Purchase(it.undertaker(), it.method(), null, null, null));
      case ProjectContracted it -> contracted(project, it).with(Status.CONTRACTED);
      case ProjectStarted it -> started(project, it).with(Status.IN_PROGRESS);
      case ServiceSessionHeld it -> served(project, it);
      case MilestoneReached it -> reached(project, it);
      case ProjectCompletionClaimed it -> claimed(project, it).with(Status.UNDER_ACCEPTANCE);
      case AcceptancePassed _ -> project.with(Status.ACCEPTED);
      case ProjectEvaluated it ->
          project
              .with(new Outcome(it.evaluation(), it.score(), it.grade(), null))
              .with(Status.EVALUATED);
      case ProjectClosed it -> {
        Outcome was = project.outcome();
        yield project
            .with(new Outcome(was.evaluation(), was.score(), was.grade(), it.closedOn()))
            .with(Status.CLOSED);
      }
      case ProjectTerminated _ -> project.with(Status.TERMINATED);
      case ProjectCancelled _ -> project.with(Status.CANCELLED);
    };
  }

  private static Begun backToDesign(Begun project, List<String> failures) {
    Money was = project.money();
    return project
        .with(new Money(was.planVersion(), was.lines(), null, null, failures, null))
        .with(NO_REVIEW)
        .with(NO_PURCHASE)
        .with(Status.DESIGNED);
  }

  private static Begun contracted(Begun project, ProjectContracted it) {
    Purchase was = project.purchase();
    return project.with(
        new Purchase(was.undertaker(), was.method(), was.reason(), it, was.signedOn()));
  }

  private static Begun started(Begun project, ProjectStarted it) {
    return project.with(new Work(it.team(), it.certified(), 0, 0, 0, List.of(), 0, 0, List.of()));
  }

  private static Begun served(Begun project, ServiceSessionHeld it) {
    Work was = project.work();
    return project.with(
        new Work(
            was.team(),
            was.certified(),
            was.sessions() + 1,
            Math.addExact(was.persons(), it.persons()),
            Math.addExact(was.personTimes(), it.personTimes()),
            was.reached(),
            was.progress(),
            was.beneficiaries(),
            was.accepted()));
  }

  private static Begun reached(Begun project, MilestoneReached it) {
    Work was = project.work();
    return project.with(
        new Work(
            was.team(),
            was.certified(),
            was.sessions(),
            was.persons(),
            was.personTimes(),
            joined(was.reached(), List.of(it.milestone())),
            it.progress(),
            was.beneficiaries(),
            was.accepted()));
  }

  private static Begun claimed(Begun project, ProjectCompletionClaimed it) {
    Work was = project.work();
    return project.with(
        new Work(
            was.team(),
            was.certified(),
            was.sessions(),
            was.persons(),
            was.personTimes(),
            was.reached(),
            was.progress(),
            it.beneficiaries(),
            was.accepted()));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
