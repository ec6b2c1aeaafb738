package org.threefold.projects.activity;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.events.ActivityEvent;
import org.threefold.events.ActivityEvent.ActivityCancelled;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.ActivityEvent.ActivityReported;
import org.threefold.events.ActivityId;
import org.threefold.events.DeptCode;
import org.threefold.events.ProjectEvent.OfActivity;
import org.threefold.events.SourceSystem;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Decision;
import org.threefold.messaging.Unfit;
import org.threefold.messaging.Versioned;
import org.threefold.projects.activity.ActivityCommand.Cancel;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.ActivityCommand.Report;
import org.threefold.projects.activity.ActivityCommand.Speaker;
import org.threefold.projects.purchase.Purchases;
import org.threefold.projects.surroundings.Surroundings;

/** The activities of departments. As a bean it is named apart from the ear of the topic. */
@Service("departmentActivities")
class Activities {

  private final Aggregates<DepartmentActivity, OfActivity> activities;
  private final Purchases purchases;
  private final Surroundings surroundings;

  Activities(AggregateStores stores, Purchases purchases, Surroundings surroundings) {
    this.purchases = purchases;
    this.surroundings = surroundings;
    this.activities =
        stores.open(
            AggregateType.of(
                "activities",
                DepartmentActivity.class,
                DepartmentActivity.UNKNOWN,
                OfActivity.class,
                DepartmentActivity::after,
                DepartmentActivity::division));
  }

  /** A department's system says something; what comes of it is said in any case. */
  void hear(ActivityEvent said, Cause.Told cause) {
    Guards.of(said.activity())
        .ifPresent(finding -> {
          throw new Unfit(finding.code() + " " + finding.arguments());
        });
    decide(command(said, cause.at()), cause, DepartmentActivity::hear);
  }

  /** A department says something over HTTP, for itself alone. */
  Versioned<DepartmentActivity> ask(ActivityEvent said, Actor actor, Cause cause) {
    Guards.of(said.activity())
        .ifPresent(finding -> {
          throw finding.refused();
        });
    ActivityCommand command = command(said, cause.at());
    DeptCode owner = command.speaker().owner();
    if (owner != null && !owner.equals(actor.dept())) {
      throw new NotFound(said.sourceSystem());
    }
    return decide(command, cause, DepartmentActivity::decide);
  }

  /** A clerk of the department cancels one of its activities. */
  Versioned<DepartmentActivity> cancel(ActivityId id, Request request) {
    Instant at = request.cause().at();
    return decide(
        new Cancel(id, null, speaker(id, request.actor()), at),
        request.cause(),
        DepartmentActivity::decide);
  }

  /** A clerk of the department says what came of one of its activities. */
  Versioned<DepartmentActivity> report(ActivityId id, Figures figures, Request request) {
    Instant at = request.cause().at();
    return decide(
        new Report(id, null, speaker(id, request.actor()), figures, at),
        request.cause(),
        DepartmentActivity::decide);
  }

  private Speaker speaker(ActivityId id, Actor actor) {
    return activities
        .find(id.value())
        .map(Versioned::state)
        .filter(it -> Sight.isOwner(actor, it))
        .map(DepartmentActivity::dept)
        .map(dept -> speaker(dept, id.system()))
        .orElseThrow(() -> new NotFound(id));
  }

  /**
   * The activity, for an actor who sees it.
   *
   * @throws NotFound otherwise
   */
  Versioned<DepartmentActivity> get(ActivityId id, Actor actor) {
    return activities
        .find(id.value())
        .filter(it -> Sight.sees(actor, it.state()))
        .orElseThrow(() -> new NotFound(id));
  }

  List<Versioned<DepartmentActivity>> page(
      Actor actor,
      @Nullable Status status,
      @Nullable DeptCode dept,
      @Nullable String after,
      int limit) {
    List<Bson> all = new ArrayList<>();
    all.add(Sight.filter(actor));
    if (status != null) {
      all.add(Filters.eq("state.status", status.name()));
    }
    if (dept != null) {
      all.add(Filters.eq("state.dept", dept.value()));
    }
    return activities.page(Filters.and(all), after, limit);
  }

  private ActivityCommand command(ActivityEvent said, Instant at) {
    Speaker speaker = speaker(said.deptCode(), said.sourceSystem());
    return switch (said) {
      case ActivityPublished it -> new Publish(it, speaker, unknownUnits(it));
      case ActivityCancelled it -> new Cancel(it.activity(), it.revision(), speaker, at);
      case ActivityReported it ->
          new Report(
              it.activity(),
              it.revision(),
              speaker,
              new Figures(it.persons(), it.personTimes(), it.sessions(), it.costFen()),
              at);
    };
  }

  /** Of too many units none is looked up; there is a rule against them. */
  private List<StationId> unknownUnits(ActivityPublished it) {
    return it.unitIds().size() > Guards.UNITS_MAX ? List.of() : surroundings.unknown(it.unitIds());
  }

  private Speaker speaker(DeptCode dept, SourceSystem system) {
    return new Speaker(dept, purchases.ownersOf(system));
  }

  private Versioned<DepartmentActivity> decide(
      ActivityCommand command,
      Cause cause,
      BiFunction<DepartmentActivity, ActivityCommand, List<OfActivity>> how) {
    return activities.decide(command.activity().value(), cause, new Deciding(command, how));
  }

  private record Deciding(
      ActivityCommand command,
      BiFunction<DepartmentActivity, ActivityCommand, List<OfActivity>> how)
      implements Decision<DepartmentActivity, OfActivity> {

    @Override
    public List<OfActivity> decide(DepartmentActivity activity) {
      return how.apply(activity, command);
    }

    @Override
    public DepartmentActivity keep(DepartmentActivity after, List<? extends OfActivity> facts) {
      return after.keep(command, facts);
    }
  }
}
