package org.threefold.evaluations.evaluation;

import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.surroundings.Project;

/**
 * Who may see an evaluation: staff those of their area, the parties to a project their own (domain
 * §3.7).
 */
final class Sight {

  private Sight() {}

  static boolean sees(Actor actor, Case known, Project project) {
    return actor.covers(Evaluations.divisionOf(known.project()))
        && actor.roles().stream().anyMatch(role -> sees(actor, role, known, project));
  }

  private static boolean sees(Actor actor, Role role, Case known, Project project) {
    return switch (role) {
      case RESIDENT, HOTLINE -> false;
      case EVALUATOR ->
          known.evaluator() != null && known.evaluator().value().equals(actor.agency());
      case UNDERTAKER ->
          project.undertaker() != null && project.undertaker().value().equals(actor.agency());
      case PURCHASER -> project.purchaser() != null && project.purchaser().equals(actor.dept());
      case RM_WORKER,
          TST_WORKER,
          TST_DEPUTY_OPERATOR,
          TST_DEPUTY_TOWN,
          TST_HEAD,
          SUPERVISOR,
          HUB_MANAGER,
          FINANCE,
          CAB,
          ARCHIVIST,
          AUDITOR ->
          true;
    };
  }
}
