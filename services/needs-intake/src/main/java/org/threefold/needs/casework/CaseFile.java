package org.threefold.needs.casework;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseEvent.CaseAssessed;
import org.threefold.events.CaseEvent.CaseClosed;
import org.threefold.events.CaseEvent.CaseEvaluated;
import org.threefold.events.CaseEvent.CaseFollowUpOverdue;
import org.threefold.events.CaseEvent.CaseFollowedUp;
import org.threefold.events.CaseEvent.CaseInterventionRecorded;
import org.threefold.events.CaseEvent.CaseOpened;
import org.threefold.events.CaseEvent.CasePlanAgreed;
import org.threefold.events.CaseEvent.CaseReferred;
import org.threefold.events.CaseId;
import org.threefold.events.CaseOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.RiskLevel;
import org.threefold.events.StationId;
import org.threefold.needs.PlainWords;
import org.threefold.needs.casework.CaseCommand.AgreePlan;
import org.threefold.needs.casework.CaseCommand.Asked;
import org.threefold.needs.casework.CaseCommand.Assess;
import org.threefold.needs.casework.CaseCommand.Close;
import org.threefold.needs.casework.CaseCommand.Countersign;
import org.threefold.needs.casework.CaseCommand.Draft;
import org.threefold.needs.casework.CaseCommand.Evaluate;
import org.threefold.needs.casework.CaseCommand.Intervene;
import org.threefold.needs.casework.CaseCommand.LetTimePass;
import org.threefold.needs.casework.CaseCommand.LookAgain;
import org.threefold.needs.casework.CaseCommand.NoteNeedTold;
import org.threefold.needs.casework.CaseCommand.Open;
import org.threefold.needs.casework.CaseCommand.Refer;
import org.threefold.needs.casework.CaseCommand.RevisePlan;
import org.threefold.needs.casework.CaseCommand.StopEarly;

/**
 * A case that was opened.
 *
 * @param worker the reference of the social worker who leads it
 * @param interventions how often something was done
 * @param minutes how long in all
 */
record CaseFile(
    CaseId id,
    NeedId need,
    StationId unit,
    String worker,
    Stage stage,
    @Nullable RiskLevel risk,
    @Nullable Plan plan,
    int interventions,
    int minutes,
    @Nullable Result result,
    @Nullable End end,
    CaseKept kept)
    implements Case {

  static CaseFile from(CaseOpened it) {
    return new CaseFile(
        it.caseId(),
        it.need(),
        it.unit(),
        it.workerRef(),
        Stage.OPENED,
        null,
        null,
        0,
        0,
        null,
        null,
        CaseKept.NOTHING);
  }

  /** What follows from this command. */
  List<CaseEvent> follows(CaseCommand command) {
    if (!command.from().contains(stage)) {
      return wrongStage(command);
    }
    command.words().forEach(PlainWords::mustSayNothingOfAPerson);
    return switch (command) {
      case Open _ -> List.of(); // Once is enough.
      case Assess it -> {
        Guards.mustBeFit(id, it);
        yield List.of(new CaseAssessed(id, need, it.risk()));
      }
      case AgreePlan it -> List.of(agreed(it.draft(), 1));
      case RevisePlan it -> List.of(agreed(it.draft(), agreedPlan().revision() + 1));
      case Intervene it -> {
        Guards.mustBeFit(id, it, agreedPlan(), interventions);
        yield List.of(
            new CaseInterventionRecorded(
                id, need, interventions + 1, it.method(), it.on(), it.minutes()));
      }
      case Evaluate it -> List.of(evaluated(it));
      case Close it -> {
        Guards.mustBeAbleToEndBy(id, it.reason());
        yield List.of(); // Kept, not said: it ends when it is countersigned.
      }
      case Countersign it -> List.of(closed(CaseOutcome.COMPLETED, kept.closingFor(id, it)));
      case Refer it -> {
        if (!it.consent()) {
          throw new Refused("NEED-052", id);
        }
        yield List.of(
            new CaseReferred(id, need, it.receiver()),
            closed(CaseOutcome.REFERRED, CaseCloseReason.REFERRED));
      }
      case StopEarly it -> {
        Guards.mustBeAbleToBreakOffBy(id, it.reason());
        yield List.of(closed(CaseOutcome.EARLY, it.reason()));
      }
      case LookAgain it -> {
        kept.mustWaitFor(id, it);
        yield List.of(new CaseFollowedUp(id, need, it.months(), it.lasts()));
      }
      case LetTimePass it -> late(it.now());
      case NoteNeedTold _ -> List.of(); // Kept, not said.
    };
  }

  private List<CaseEvent> wrongStage(CaseCommand command) {
    if (!(command instanceof Asked)) {
      return List.of();
    }
    String allowed =
        command.from().stream().sorted().map(Stage::name).collect(Collectors.joining(", "));
    throw new Refused("NEED-021", id, stage, command.path(), allowed);
  }

  /** The plan that holds; from {@link Stage#PLANNED} on there is one. */
  private Plan agreedPlan() {
    if (plan == null) {
      throw new IllegalStateException(id + " is " + stage + " without a plan");
    }
    return plan;
  }

  private CasePlanAgreed agreed(Draft draft, int revision) {
    Guards.mustBeFit(id, draft, revision);
    return new CasePlanAgreed(
        id, need, revision, draft.goals().size(), draft.from(), draft.until());
  }

  private CaseEvaluated evaluated(Evaluate it) {
    Guards.mustBeFit(id, it, agreedPlan());
    return new CaseEvaluated(
        id, need, it.scores().size(), Guards.reached(it.scores()), it.clientScore());
  }

  private CaseClosed closed(CaseOutcome outcome, CaseCloseReason reason) {
    return new CaseClosed(id, need, outcome, reason);
  }

  private List<CaseEvent> late(Instant now) {
    return kept.followUps().stream()
        .filter(it -> it.isWaitedFor() && !now.isBefore(it.dueAt()))
        .<CaseEvent>map(it -> new CaseFollowUpOverdue(id, need, it.months(), it.dueAt()))
        .toList();
  }

  /** The state after a fact. */
  CaseFile then(CaseEvent event) {
    return switch (event) {
      case CaseOpened _ -> this; // Once is enough.
      case CaseAssessed it -> at(Stage.ASSESSED, it.risk(), plan, result, end);
      case CasePlanAgreed it ->
          at(
              Stage.PLANNED,
              risk,
              new Plan(it.revision(), it.goals(), it.from(), it.until()),
              result,
              end);
      case CaseInterventionRecorded it ->
          new CaseFile(
              id,
              need,
              unit,
              worker,
              Stage.INTERVENING,
              risk,
              plan,
              it.number(),
              minutes + it.minutes(),
              result,
              end,
              kept);
      case CaseEvaluated it ->
          at(
              Stage.EVALUATED,
              risk,
              plan,
              new Result(it.goals(), it.goalsReached(), it.clientScore()),
              end);
      case CaseClosed it ->
          at(Stage.CLOSED, risk, plan, result, new End(it.outcome(), it.reason()));
      case CaseReferred _ -> this; // Its end is said of its own.
      case CaseFollowedUp _, CaseFollowUpOverdue _ -> this; // Kept, see CaseKept.
    };
  }

  private CaseFile at(
      Stage now,
      @Nullable RiskLevel risk,
      @Nullable Plan plan,
      @Nullable Result result,
      @Nullable End end) {
    return new CaseFile(
        id, need, unit, worker, now, risk, plan, interventions, minutes, result, end, kept);
  }

  CaseFile with(CaseKept other) {
    return new CaseFile(
        id, need, unit, worker, stage, risk, plan, interventions, minutes, result, end, other);
  }
}
