package org.threefold.needs.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseId;
import org.threefold.events.CaseMethod;
import org.threefold.events.CaseReceiver;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.RiskLevel;
import org.threefold.events.StationId;
import org.threefold.needs.casework.CaseCommand.AgreePlan;
import org.threefold.needs.casework.CaseCommand.Assess;
import org.threefold.needs.casework.CaseCommand.Assess.Interview;
import org.threefold.needs.casework.CaseCommand.Close;
import org.threefold.needs.casework.CaseCommand.Countersign;
import org.threefold.needs.casework.CaseCommand.Draft;
import org.threefold.needs.casework.CaseCommand.Evaluate;
import org.threefold.needs.casework.CaseCommand.Goal;
import org.threefold.needs.casework.CaseCommand.Intervene;
import org.threefold.needs.casework.CaseCommand.LookAgain;
import org.threefold.needs.casework.CaseCommand.Open;
import org.threefold.needs.casework.CaseCommand.Refer;
import org.threefold.needs.casework.CaseCommand.RevisePlan;
import org.threefold.needs.casework.CaseCommand.StopEarly;
import org.threefold.needs.need.CaseOpening;
import org.threefold.needs.need.ConsentBy;

/** A case at each of its stages, and the commands that bring it on. */
final class ACase {

  static final NeedId NEED = new NeedId("N-511523100001-20261123-0001");
  static final CaseId CASE = CaseId.of(NEED, 1);
  static final StationId TOWN = new StationId("ST-511523100");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  static final String WORKER = "worker-1";
  static final String SUPERVISOR = "supervisor-1";
  static final LocalDate UNTIL = LocalDate.of(2027, 5, 31);

  static final Open OPEN =
      new Open(
          new CaseOpening(
              CASE, NEED, TOWN, new ResidentRef("R-1"), "S-12", TODAY, ConsentBy.CLIENT, WORKER));
  static final Assess ASSESS =
      new Assess(
          List.of(new Interview(TODAY, "老人独居,腿脚不便")), "无人照料", "邻里和睦", RiskLevel.MEDIUM, TODAY);
  static final Goal GOAL = new Goal("每周有人探访", "探访记录每周一次", UNTIL);
  static final Draft DRAFT = new Draft(List.of(GOAL, GOAL), TODAY, UNTIL, true);
  static final AgreePlan PLAN = new AgreePlan(DRAFT);
  static final RevisePlan REVISE = new RevisePlan(DRAFT, "住院回来");
  static final Intervene INTERVENE = new Intervene(TODAY, CaseMethod.HOME_VISIT, 60, "上门探访", TODAY);
  static final Evaluate EVALUATE = new Evaluate(List.of(5, 3), 4, "多数目标达成");
  static final Close CLOSE = new Close(CaseCloseReason.GOALS_MET, "达成");
  static final Countersign COUNTERSIGN = new Countersign(SUPERVISOR);
  static final Refer REFER = new Refer(CaseReceiver.HEALTH, "县医院", true, "需要康复治疗");
  static final StopEarly STOP = new StopEarly(CaseCloseReason.CLIENT_ENDED, "不再需要");
  static final LookAgain LOOK = new LookAgain(1, TODAY, true, "生活稳定", TODAY);

  private ACase() {}

  /** The case after this command of the worker's, kept as the store keeps it. */
  static Case done(Case before, CaseCommand command) {
    return done(before, command, NOON);
  }

  static Case done(Case before, CaseCommand command, Instant at) {
    List<CaseEvent> facts = before.decide(CASE, command);
    Case after = before;
    for (CaseEvent fact : facts) {
      after = after.after(fact);
    }
    return after.keep(command, facts, at, "TST_WORKER@" + TOWN, WORKER, List.of(1, 3));
  }

  static Case after(CaseCommand... commands) {
    Case it = new Case.Unknown();
    for (CaseCommand command : commands) {
      it = done(it, command);
    }
    return it;
  }

  /** A case in this stage, by the straight way; before its end somebody has asked for it. */
  static Case in(Stage stage) {
    return switch (stage) {
      case OPENED -> after(OPEN);
      case ASSESSED -> after(OPEN, ASSESS);
      case PLANNED -> after(OPEN, ASSESS, PLAN);
      case INTERVENING -> after(OPEN, ASSESS, PLAN, INTERVENE);
      case EVALUATED -> after(OPEN, ASSESS, PLAN, INTERVENE, EVALUATE, CLOSE);
      case CLOSED -> done(in(Stage.EVALUATED), COUNTERSIGN);
    };
  }

  static CaseFile file(Case it) {
    return (CaseFile) it;
  }
}
