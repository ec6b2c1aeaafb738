package org.threefold.projects.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.projects.project.Begun.Purchase;
import org.threefold.projects.project.Begun.Review;
import org.threefold.projects.project.Begun.Words;
import org.threefold.projects.project.Begun.Work;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Ask;
import org.threefold.projects.project.ProjectCommand.BundleNeeds;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.ClaimCompletion;
import org.threefold.projects.project.ProjectCommand.Close;
import org.threefold.projects.project.ProjectCommand.Design;
import org.threefold.projects.project.ProjectCommand.Initiate;
import org.threefold.projects.project.ProjectCommand.PassAcceptance;
import org.threefold.projects.project.ProjectCommand.ReachMilestone;
import org.threefold.projects.project.ProjectCommand.RecordSession;
import org.threefold.projects.project.ProjectCommand.Reject;
import org.threefold.projects.project.ProjectCommand.RequestFunding;
import org.threefold.projects.project.ProjectCommand.Return;
import org.threefold.projects.project.ProjectCommand.SelectUndertaker;
import org.threefold.projects.project.ProjectCommand.SignContract;
import org.threefold.projects.project.ProjectCommand.Start;
import org.threefold.projects.project.ProjectCommand.SubmitForReview;
import org.threefold.projects.project.ProjectCommand.Terminate;

/** What a project keeps to itself of a decision: words, and who was on the panel. */
final class Keeping {

  private Keeping() {}

  static Begun keep(Begun project, Ask command) {
    return switch (command) {
      case Initiate it -> project.with(new Words(it.title(), it.basis(), List.of(), null));
      case Design it -> {
        Words was = project.words();
        yield project.with(new Words(was.title(), was.basis(), it.goals(), was.reason()));
      }
      case Approve it ->
          project.with(new Review(project.review().on(), it.panel(), project.review().mean()));
      case Return it -> reason(project, it.comments());
      case Reject it ->
          reason(project, it.reason())
              .with(new Review(project.review().on(), it.panel(), it.panel().mean()));
      case SelectUndertaker it -> {
        Purchase was = project.purchase();
        yield project.with(new Purchase(was.undertaker(), was.method(), it.reason(), null, null));
      }
      case SignContract it -> {
        Purchase was = project.purchase();
        yield project.with(
            new Purchase(was.undertaker(), was.method(), was.reason(), was.contract(), it.today()));
      }
      case PassAcceptance it -> accepted(project, it);
      case Cancel it -> reason(project, it.reason());
      case Terminate it -> reason(project, it.reason());
      case RequestFunding it -> project.with(project.money().asked(it.at()));
      case BundleNeeds _,
          SubmitForReview _,
          Start _,
          RecordSession _,
          ReachMilestone _,
          ClaimCompletion _,
          Close _ ->
          project; // Their facts say it all.
    };
  }

  private static Begun reason(Begun project, @Nullable String reason) {
    Words was = project.words();
    return project.with(new Words(was.title(), was.basis(), was.goals(), reason));
  }

  private static Begun accepted(Begun project, PassAcceptance it) {
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
            was.beneficiaries(),
            List.copyOf(it.outputs())));
  }
}
