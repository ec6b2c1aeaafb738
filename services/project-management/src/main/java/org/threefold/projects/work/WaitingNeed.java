package org.threefold.projects.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;

/**
 * A need that was routed to a project, as needs intake tells it.
 *
 * @param owner the unit that answers for it
 * @param project the project that has planned it, if any
 * @param toldAt when its resident was told what came of it, if so
 */
public record WaitingNeed(
    NeedId need,
    StationId owner,
    NeedCategory category,
    List<ClientGroup> groups,
    int persons,
    int priority,
    PriorityBand band,
    Status status,
    @Nullable ProjectId project,
    @Nullable Instant toldAt) {

  /** How far it is. */
  public enum Status {
    WAITING,
    PLANNED,
    IN_SERVICE,
    SERVED,
    FED_BACK,
    CLOSED,
    /** Merged, declined, routed another way, or analysed anew. */
    GONE
  }

  static WaitingNeed of(NeedRouted it) {
    return new WaitingNeed(
        it.need(),
        it.owner(),
        it.category(),
        it.groups(),
        it.persons(),
        it.priority(),
        it.band(),
        Status.WAITING,
        null,
        null);
  }

  WaitingNeed now(Status now, @Nullable ProjectId by) {
    return new WaitingNeed(need, owner, category, groups, persons, priority, band, now, by, toldAt);
  }

  WaitingNeed weighing(NeedAnalysed it) {
    return new WaitingNeed(
        need,
        owner,
        category,
        groups,
        it.persons(),
        it.priority(),
        it.band(),
        status,
        project,
        toldAt);
  }

  WaitingNeed told(Instant at) {
    return new WaitingNeed(
        need, owner, category, groups, persons, priority, band, Status.FED_BACK, project, at);
  }

  /** Whether nothing is left to do for it: closed, gone, or its resident told so long ago. */
  boolean isAnswered(Duration after, Instant at) {
    return switch (status) {
      case CLOSED, GONE -> true;
      case FED_BACK -> toldAt != null && !toldAt.plus(after).isAfter(at);
      case WAITING, PLANNED, IN_SERVICE, SERVED -> false;
    };
  }
}
