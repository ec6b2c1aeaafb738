package org.threefold.projects.activity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityCancelled;
import org.threefold.events.ProjectEvent.DepartmentActivityRejected;
import org.threefold.events.ProjectEvent.DepartmentActivityReported;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.ProjectEvent.OfActivity;
import org.threefold.projects.activity.ActivityCommand.Cancel;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.ActivityCommand.Report;

/**
 * An activity of a department: the state machine of domain §3.3.3.
 *
 * <p>What stands is the newest revision that breaks no rule, in whatever order and however often
 * revisions come.
 *
 * @param dept whose it is; null while the system that speaks is nobody's
 * @param revision the newest that took effect, or 0
 * @param settled all revisions that were taken up or rejected
 * @param plan what stands; null until something was accepted
 * @param words title and place of what stands, which are kept and not said
 * @param figures what came of it
 * @param refusals what was rejected last, oldest first
 * @param early the newest good publication that came before the first revision
 */
record DepartmentActivity(
    Status status,
    @Nullable DeptCode dept,
    int revision,
    Revisions settled,
    @Nullable ActivityPlan plan,
    @Nullable Words words,
    @Nullable Figures figures,
    List<Refusal> refusals,
    @Nullable Publish early) {

  static final DepartmentActivity UNKNOWN =
      new DepartmentActivity(
          Status.UNKNOWN, null, 0, Revisions.NONE, null, null, null, List.of(), null);

  /** So many refusals are shown. */
  static final int MOST_REFUSALS = 16;

  /** The one rule that time may heal: the revision before has not come yet. */
  private static final String NOT_FIRST = "PROJ-066";

  /** A department's own words. */
  record Words(String title, @Nullable String place) {}

  /** A revision that was rejected, and by which rules. */
  record Refusal(int revision, List<String> codes) {}

  /** What follows from what a person asks; refuses what breaks a rule. */
  List<OfActivity> decide(ActivityCommand command) {
    Judgement judgement = judge(command);
    if (!judgement.findings().isEmpty()) {
      throw judgement.findings().getFirst().refused();
    }
    return andEarly(judgement.facts());
  }

  /** What follows from what a department's system says; that a rule is broken, is a fact. */
  List<OfActivity> hear(ActivityCommand command) {
    Judgement judgement = judge(command);
    if (judgement.findings().isEmpty()) {
      return andEarly(judgement.facts());
    }
    List<String> codes = judgement.findings().stream().map(Finding::code).distinct().toList();
    return andEarly(
        List.of(
            new DepartmentActivityRejected(
                command.activity(), command.speaker().owner(), revisionOf(command), codes)));
  }

  private Judgement judge(ActivityCommand command) {
    int number = revisionOf(command);
    if (settled.has(number)) {
      return Judgement.KNOWN;
    }
    ActivityPlan standing = status == Status.ACCEPTED ? plan : null;
    return switch (command) {
      case Publish _ when number < revision -> Judgement.KNOWN; // A newer one stands.
      case Publish it when !isOver() -> Judgement.of(findings(it), standing(it));
      case Cancel _ when status == Status.CANCELLED -> Judgement.KNOWN;
      case Cancel it when standing != null ->
          Judgement.of(
              Guards.of(it, standing),
              new DepartmentActivityCancelled(it.activity(), it.speaker().dept(), number));
      case Report it when it.figures().equals(figures) -> Judgement.KNOWN;
      case Report it when standing != null ->
          Judgement.of(Guards.of(it, standing), reported(it, number));
      case Publish _, Cancel _, Report _ -> Judgement.broken(wrongState(command));
    };
  }

  private List<Finding> findings(Publish it) {
    List<Finding> findings = new ArrayList<>(Guards.of(it));
    if (it.revision() > 1 && !settled.has(1)) {
      findings.add(Finding.of(NOT_FIRST, it.revision()));
    }
    return List.copyOf(findings);
  }

  private List<Finding> wrongState(ActivityCommand command) {
    List<Finding> findings = new ArrayList<>(Guards.of(command.speaker(), command.activity()));
    findings.add(Finding.of("PROJ-001", status, command.getClass().getSimpleName()));
    return List.copyOf(findings);
  }

  /**
   * With the first revision, a good one that came too early takes effect as well; so the order in
   * which revisions come makes no difference.
   */
  private List<OfActivity> andEarly(List<OfActivity> facts) {
    DepartmentActivity then = this;
    for (OfActivity fact : facts) {
      then = then.after(fact);
    }
    if (early == null || settled.has(1) || !then.settled.has(1)) {
      return facts;
    }
    List<OfActivity> all = new ArrayList<>(facts);
    all.add(then.standing(early));
    return List.copyOf(all);
  }

  private OfActivity standing(Publish it) {
    DeptCode by = it.speaker().dept();
    return plan == null
        ? new DepartmentActivityAccepted(it.activity(), by, it.revision(), it.plan())
        : new DepartmentActivityRevised(it.activity(), by, it.revision(), it.plan());
  }

  private static OfActivity reported(Report it, int number) {
    Figures figures = it.figures();
    return new DepartmentActivityReported(
        it.activity(),
        it.speaker().dept(),
        number,
        figures.persons(),
        figures.personTimes(),
        figures.sessions(),
        figures.costFen());
  }

  private boolean isOver() {
    return status == Status.CANCELLED || status == Status.REPORTED;
  }

  private int revisionOf(ActivityCommand command) {
    Integer given = command.revision();
    return given != null ? given : Math.max(revision, settled.highest()) + 1;
  }

  /** The state after a fact. */
  DepartmentActivity after(OfActivity event) {
    return switch (event) {
      case DepartmentActivityAccepted it ->
          with(Status.ACCEPTED, it.dept(), it.revision()).with(it.plan());
      case DepartmentActivityRevised it ->
          with(Status.ACCEPTED, it.dept(), it.revision()).with(it.plan());
      case DepartmentActivityRejected it -> rejected(it);
      case DepartmentActivityCancelled it -> with(Status.CANCELLED, it.dept(), it.revision());
      case DepartmentActivityReported it ->
          with(Status.REPORTED, it.dept(), it.revision())
              .with(new Figures(it.persons(), it.personTimes(), it.sessions(), it.costFen()));
    };
  }

  /** The state with what is kept of a decision besides its facts. */
  DepartmentActivity keep(ActivityCommand command, List<? extends OfActivity> facts) {
    if (!(command instanceof Publish it) || facts.isEmpty()) {
      return this;
    }
    DepartmentActivity kept = this;
    for (Publish one : early == null ? List.of(it) : List.of(it, early)) {
      kept = one.revision() == revision ? kept.with(one.said()) : kept;
    }
    return settled.has(1) ? kept.waiting(null) : kept.waiting(newerGood(it, facts));
  }

  private @Nullable Publish newerGood(Publish it, List<? extends OfActivity> facts) {
    boolean good =
        facts.getFirst() instanceof DepartmentActivityRejected rejected
            && rejected.codes().equals(List.of(NOT_FIRST));
    return good && (early == null || early.revision() < it.revision()) ? it : early;
  }

  /** The smallest division that all its units lie in; null if it has none. */
  @Nullable DivisionCode division() {
    return plan == null ? null : Reach.divisionOf(plan.units());
  }

  private DepartmentActivity rejected(DepartmentActivityRejected it) {
    List<Refusal> all = new ArrayList<>(refusals);
    all.add(new Refusal(it.revision(), it.codes()));
    return new DepartmentActivity(
        plan == null ? Status.REJECTED : status,
        dept == null ? it.dept() : dept,
        revision,
        settled.with(it.revision()),
        plan,
        words,
        figures,
        List.copyOf(all.subList(Math.max(0, all.size() - MOST_REFUSALS), all.size())),
        early);
  }

  private DepartmentActivity with(Status now, DeptCode owner, int taken) {
    return new DepartmentActivity(
        now,
        owner,
        Math.max(revision, taken),
        settled.with(taken),
        plan,
        words,
        figures,
        refusals,
        early);
  }

  private DepartmentActivity with(ActivityPlan next) {
    return new DepartmentActivity(
        status, dept, revision, settled, next, words, figures, refusals, early);
  }

  private DepartmentActivity with(Figures counted) {
    return new DepartmentActivity(
        status, dept, revision, settled, plan, words, counted, refusals, early);
  }

  private DepartmentActivity with(ActivityPublished said) {
    var spoken = new Words(said.title(), said.place());
    return new DepartmentActivity(
        status, dept, revision, settled, plan, spoken, figures, refusals, early);
  }

  /** With a publication that takes effect once the first revision has come. */
  private DepartmentActivity waiting(@Nullable Publish first) {
    return new DepartmentActivity(
        status, dept, revision, settled, plan, words, figures, refusals, first);
  }
}
