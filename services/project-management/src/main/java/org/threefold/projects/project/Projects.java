package org.threefold.projects.project;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectId;
import org.threefold.events.ReleaseCause;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Busy;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Decision;
import org.threefold.messaging.KeyReused;
import org.threefold.messaging.StaleVersion;
import org.threefold.messaging.Versioned;
import org.threefold.projects.ProjectSettings;
import org.threefold.projects.project.ProjectCommand.Ask;
import org.threefold.projects.project.ProjectCommand.BundleNeeds;
import org.threefold.projects.project.ProjectCommand.Conclude;
import org.threefold.projects.project.ProjectCommand.HoldMoney;
import org.threefold.projects.project.ProjectCommand.LoseHold;
import org.threefold.projects.project.ProjectCommand.LoseMoney;
import org.threefold.projects.project.ProjectCommand.MissMoney;
import org.threefold.projects.project.ProjectCommand.News;
import org.threefold.projects.surroundings.Surroundings;
import org.threefold.projects.work.Claims;
import org.threefold.projects.work.WaitingNeed;
import org.threefold.projects.work.WaitingNeeds;

/** The projects of the county. */
@Service
public class Projects {

  private final Aggregates<Project, OfProject> projects;
  private final WaitingNeeds waiting;
  private final Claims claims;
  private final Surroundings surroundings;

  Projects(
      AggregateStores stores,
      WaitingNeeds waiting,
      Claims claims,
      Surroundings surroundings,
      ProjectSettings settings,
      Deadlines deadlines) {
    this.waiting = waiting;
    this.claims = claims;
    this.surroundings = surroundings;
    this.projects =
        stores.open(
            AggregateType.of(
                    "projects",
                    Project.class,
                    new Project.Unknown(),
                    OfProject.class,
                    Project::after,
                    project -> project instanceof Begun begun ? begun.division() : null)
                .dueAt(project -> project.askAgainAt(settings.answerWithin())));
    deadlines.watch(projects, this::askAgain);
  }

  /** No answer came from the ledger: the same plan is asked for again (X21). */
  private void askAgain(String id, Cause.Due cause) {
    projects.decide(
        id,
        cause,
        new Decision<>() {
          @Override
          public List<OfProject> decide(Project project) {
            return project.askAgain();
          }

          @Override
          public Project keep(Project after, List<? extends OfProject> facts) {
            return after.askedAt(cause.at());
          }
        });
  }

  /** The ledger holds the money. */
  public void hear(FundsReserved it, Cause.Heard cause) {
    hear(it.project(), new HoldMoney(it.reservation(), it.planVersion(), it.expiresAt()), cause);
  }

  /** The ledger has no money on this plan. */
  public void hear(FundsReservationRejected it, Cause.Heard cause) {
    List<String> codes = it.failures().stream().map(LineFailure::code).distinct().toList();
    hear(it.project(), new MissMoney(it.planVersion(), codes), cause);
  }

  /** The ledger has taken the money back. */
  public void hear(FundsReservationExpired it, Cause.Heard cause) {
    hear(it.project(), new LoseHold(it.reservation()), cause);
  }

  /** The ledger had to give back what it held, because the bank took money back (X12). */
  public void hear(FundsReservationReleased it, Cause.Heard cause) {
    if (it.cause() == ReleaseCause.CONTRIBUTION_REVERSED) {
      hear(it.project(), new LoseMoney(it.reservation()), cause);
    }
  }

  /** A grade stands; only that of the final evaluation ends a project. */
  public void hear(EvaluationFinalised it, Cause.Heard cause) {
    if (it.evaluation().equals(surroundings.standing(it.project()).finalEvaluation())) {
      hear(it.project(), new Conclude(it.evaluation(), it.published(), it.grade()), cause);
    }
  }

  Versioned<Project> initiate(ProjectCommand.Initiate command, Request request) {
    return decide(command.project(), request.cause(), command);
  }

  /** Asks a project that the actor sees in one of these roles. */
  Versioned<Project> ask(
      ProjectId id, Request request, Set<Role> as, Function<Begun, Ask> command) {
    return decide(id, request.cause(), command.apply(get(id, request.actor(), as)));
  }

  /** Claims needs for a project, and lets it take them on. */
  Versioned<Project> bundle(ProjectId id, List<NeedId> needs, Request request) {
    Begun project = get(id, request.actor(), Sight.BY_AREA);
    List<NeedId> wanted =
        needs.stream().distinct().filter(it -> !project.needs().contains(it)).toList();
    List<NeedId> taken = new ArrayList<>(notWaiting(wanted, request.actor()));
    Claims.Taken claimed =
        taken.isEmpty() && project.isIn(Status.INITIATED)
            ? claims.take(id, wanted, request.cause().at(), this::holdOf)
            : new Claims.Taken(Optional.empty(), List.of());
    claimed.refused().ifPresent(taken::add);
    try {
      return decide(id, request.cause(), new BundleNeeds(wanted, List.copyOf(taken)));
    } catch (Refused | StaleVersion | KeyReused | Busy nothingStored) {
      claims.giveBack(id, claimed.fresh());
      throw nothingStored;
    }
  }

  /**
   * The project, for an actor who sees it in one of these roles.
   *
   * @throws NotFound otherwise
   */
  Begun get(ProjectId id, Actor actor, Set<Role> as) {
    return (Begun) versioned(id, actor, as).state();
  }

  Versioned<Project> versioned(ProjectId id, Actor actor, Set<Role> as) {
    return projects
        .find(id.value())
        .filter(it -> it.state() instanceof Begun begun && Sight.sees(actor, as, begun))
        .orElseThrow(() -> new NotFound(id));
  }

  List<Begun> page(Actor actor, List<Bson> narrower, @Nullable String after, int limit) {
    List<Bson> all = new ArrayList<>(narrower);
    all.add(Sight.filter(actor));
    return projects.page(Filters.and(all), after, limit).stream()
        .map(it -> (Begun) it.state())
        .toList();
  }

  private List<NeedId> notWaiting(List<NeedId> wanted, Actor actor) {
    Map<String, WaitingNeed> known = waiting.findAll(wanted);
    List<NeedId> not = new ArrayList<>();
    for (NeedId id : wanted) {
      WaitingNeed need = known.get(id.value());
      if (need == null || !actor.covers(need.owner().division())) {
        throw new NotFound(id);
      }
      if (need.status() != WaitingNeed.Status.WAITING) {
        not.add(id);
      }
    }
    return not;
  }

  private Claims.Hold holdOf(ProjectId id, NeedId need) {
    Optional<Project> found = projects.find(id.value()).map(Versioned::state);
    if (found.isEmpty() || !(found.get() instanceof Begun project) || project.status().isOver()) {
      return Claims.Hold.OVER;
    }
    return project.needs().contains(need) ? Claims.Hold.BUNDLED : Claims.Hold.POSSIBLE;
  }

  private Versioned<Project> decide(ProjectId id, Cause cause, Ask command) {
    return projects.decide(id.value(), cause, new Deciding(command));
  }

  private void hear(ProjectId id, News news, Cause.Heard cause) {
    projects.decide(id.value(), cause, project -> project.hear(news));
  }

  private record Deciding(Ask command) implements Decision<Project, OfProject> {

    @Override
    public List<OfProject> decide(Project project) {
      return project.decide(command);
    }

    @Override
    public Project keep(Project after, List<? extends OfProject> facts) {
      return after.keep(command);
    }
  }
}
