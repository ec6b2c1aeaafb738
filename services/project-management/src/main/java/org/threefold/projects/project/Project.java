package org.threefold.projects.project;

import static org.threefold.projects.project.Status.APPROVED;
import static org.threefold.projects.project.Status.CONTRACTED;
import static org.threefold.projects.project.Status.DESIGNED;
import static org.threefold.projects.project.Status.EVALUATED;
import static org.threefold.projects.project.Status.FUNDED;
import static org.threefold.projects.project.Status.FUNDING;
import static org.threefold.projects.project.Status.INITIATED;
import static org.threefold.projects.project.Status.IN_PROGRESS;
import static org.threefold.projects.project.Status.UNDER_ACCEPTANCE;
import static org.threefold.projects.project.Status.UNDER_REVIEW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectCancelled;
import org.threefold.events.ProjectEvent.ProjectTerminated;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Ask;
import org.threefold.projects.project.ProjectCommand.BundleNeeds;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.ClaimCompletion;
import org.threefold.projects.project.ProjectCommand.Close;
import org.threefold.projects.project.ProjectCommand.Design;
import org.threefold.projects.project.ProjectCommand.Initiate;
import org.threefold.projects.project.ProjectCommand.News;
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

/** A service project, from first idea to closed file: the state machine of domain §3.3.2. */
sealed interface Project permits Project.Unknown, Begun {

  /** Not initiated. */
  record Unknown() implements Project {}

  /** What follows from what a person asks; refuses what is not allowed. */
  default List<OfProject> decide(Ask command) {
    return switch (command) {
      case Initiate it when this instanceof Unknown -> Planning.initiate(it);
      case BundleNeeds it when is(INITIATED) -> Planning.bundle(begun(), it);
      case Design it when is(INITIATED, DESIGNED) -> Planning.design(begun(), it);
      case RequestFunding it when is(DESIGNED) -> Planning.requestFunding(begun(), it);
      case SubmitForReview it when is(FUNDED) -> Reviewing.submit(begun(), it);
      case Approve it when is(UNDER_REVIEW) -> Reviewing.approve(begun(), it);
      case Return it when is(UNDER_REVIEW) -> Reviewing.giveBack(begun(), it);
      case Reject it when is(UNDER_REVIEW) -> Reviewing.reject(begun(), it);
      case SelectUndertaker it when is(APPROVED) -> Purchasing.select(begun(), it);
      case SignContract it when is(APPROVED) -> Purchasing.sign(begun(), it);
      case Start it when is(CONTRACTED) -> Working.start(begun(), it);
      case RecordSession it when is(IN_PROGRESS) -> Working.record(begun(), it);
      case ReachMilestone it when is(IN_PROGRESS) -> Working.reach(begun(), it);
      case ClaimCompletion it when is(IN_PROGRESS) -> Working.claim(begun(), it);
      case PassAcceptance it when is(UNDER_ACCEPTANCE) -> Finishing.accept(begun(), it);
      case Close it when is(EVALUATED) -> Finishing.close(begun(), it);
      case Cancel _ when is(INITIATED, DESIGNED, FUNDING, FUNDED, UNDER_REVIEW, APPROVED) ->
          List.of(new ProjectCancelled(begun().id(), begun().needs()));
      case Terminate it when is(CONTRACTED, IN_PROGRESS) ->
          List.of(new ProjectTerminated(begun().id(), begun().needs(), it.cause()));
      case Initiate _,
          BundleNeeds _,
          Design _,
          RequestFunding _,
          SubmitForReview _,
          Approve _,
          Return _,
          Reject _,
          SelectUndertaker _,
          SignContract _,
          Start _,
          RecordSession _,
          ReachMilestone _,
          ClaimCompletion _,
          PassAcceptance _,
          Close _,
          Cancel _,
          Terminate _ ->
          throw new Refused("PROJ-001", statusName(), command.getClass().getSimpleName());
    };
  }

  /** What follows from what was heard; nothing, if it comes late or twice. */
  default List<OfProject> hear(News news) {
    return this instanceof Begun begun ? Hearing.hear(begun, news) : List.of();
  }

  /** The state after a fact. */
  default Project after(OfProject event) {
    return Evolution.after(this, event);
  }

  /** When to ask the ledger again, or null while no answer is awaited. */
  default @Nullable Instant askAgainAt(Duration answerWithin) {
    return this instanceof Begun begun && begun.money().askedAt() != null && begun.isIn(FUNDING)
        ? begun.money().askedAt().plus(answerWithin)
        : null;
  }

  /** The same plan once more; nothing, if the answer has come meanwhile. */
  default List<OfProject> askAgain() {
    return is(FUNDING) ? List.of(Planning.requested(begun(), begun().money())) : List.of();
  }

  /** The ledger was asked, if its answer is still awaited. */
  default Project askedAt(Instant at) {
    return this instanceof Begun begun && begun.isIn(FUNDING)
        ? begun.with(begun.money().asked(at))
        : this;
  }

  /** What is kept of a decision besides its facts. */
  default Project keep(Ask command) {
    return this instanceof Begun begun ? Keeping.keep(begun, command) : this;
  }

  private boolean is(Status... any) {
    return this instanceof Begun begun && begun.isIn(any);
  }

  private Begun begun() {
    return (Begun) this;
  }

  private String statusName() {
    return this instanceof Begun begun ? begun.status().name() : "UNKNOWN";
  }
}
