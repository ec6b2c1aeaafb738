package org.threefold.needs.casework;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.threefold.access.Refused;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseId;
import org.threefold.needs.casework.CaseCommand.Assess;
import org.threefold.needs.casework.CaseCommand.Draft;
import org.threefold.needs.casework.CaseCommand.Evaluate;
import org.threefold.needs.casework.CaseCommand.Intervene;

/** What the stages ask of what is written down in them (domain §3.2.3). */
final class Guards {

  static final int TERM_MONTHS_MAX = 12;
  static final int GOALS_MAX = 10;
  static final int REVISIONS_MAX = 20;
  static final int INTERVENTIONS_MAX = 200;
  static final int MINUTES_MIN = 5;
  static final int MINUTES_MAX = 240;

  /** A goal has a score from 1, nothing of it, to 5, all of it; from here on it is reached. */
  static final int REACHED_FROM = 4;

  private static final int SCORE_MAX = 5;

  /** A case may break off for these reasons. */
  private static final Set<CaseCloseReason> EARLY =
      EnumSet.of(
          CaseCloseReason.CLIENT_ENDED,
          CaseCloseReason.MOVED,
          CaseCloseReason.DIED,
          CaseCloseReason.LOST,
          CaseCloseReason.AGENCY_LIMIT);

  private Guards() {}

  /** There was at least one talk, and none of them lies ahead. */
  static void mustBeFit(CaseId id, Assess it) {
    if (it.interviews().isEmpty()
        || it.interviews().stream().anyMatch(talk -> talk.on().isAfter(it.today()))) {
      throw new Refused("NEED-023", id, it.today());
    }
  }

  /** The goals can be measured by a day within the plan, which is not too long, and signed. */
  static void mustBeFit(CaseId id, Draft it, int revision) {
    LocalDate last = it.from().plusMonths(TERM_MONTHS_MAX);
    boolean fits =
        it.signed()
            && revision <= REVISIONS_MAX
            && !it.goals().isEmpty()
            && it.goals().size() <= GOALS_MAX
            && !it.until().isBefore(it.from())
            && !it.until().isAfter(last)
            && it.goals().stream()
                .allMatch(goal ->
                    !goal.measure().isBlank()
                        && !goal.by().isBefore(it.from())
                        && !goal.by().isAfter(it.until()));
    if (!fits) {
      throw new Refused("NEED-024", id, GOALS_MAX, TERM_MONTHS_MAX);
    }
  }

  /** It was done on a day of the plan that has come, and neither in a moment nor all day long. */
  static void mustBeFit(CaseId id, Intervene it, Plan plan, int before) {
    boolean fits =
        plan.holdsOn(it.on())
            && !it.on().isAfter(it.today())
            && it.minutes() >= MINUTES_MIN
            && it.minutes() <= MINUTES_MAX
            && before < INTERVENTIONS_MAX;
    if (!fits) {
      throw new Refused("NEED-025", id, plan.from(), plan.until(), MINUTES_MIN, MINUTES_MAX);
    }
  }

  /** Each goal of the plan has its score, and the client has given one. */
  static void mustBeFit(CaseId id, Evaluate it, Plan plan) {
    boolean fits =
        it.scores().size() == plan.goals()
            && it.scores().stream().allMatch(Guards::isScore)
            && isScore(it.clientScore());
    if (!fits) {
      throw new Refused("NEED-050", id, plan.goals(), SCORE_MAX);
    }
  }

  private static boolean isScore(int score) {
    return score >= 1 && score <= SCORE_MAX;
  }

  /** How many goals were reached. */
  static int reached(List<Integer> scores) {
    return (int) scores.stream().filter(score -> score >= REACHED_FROM).count();
  }

  /** A case that was evaluated ends for any reason but a referral, which is a way of its own. */
  static void mustBeAbleToEndBy(CaseId id, CaseCloseReason reason) {
    if (reason == CaseCloseReason.REFERRED) {
      throw new Refused("NEED-053", id, reason);
    }
  }

  /** A case that was not evaluated has met no goals. */
  static void mustBeAbleToBreakOffBy(CaseId id, CaseCloseReason reason) {
    if (!EARLY.contains(reason)) {
      throw new Refused("NEED-053", id, reason);
    }
  }
}
