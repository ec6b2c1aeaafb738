package org.threefold.projects.work;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.Route;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;
import org.threefold.projects.ProjectSettings;
import org.threefold.projects.work.WaitingNeed.Status;

/**
 * The work list: every need that was ever routed to a project, and how far it is; a moment behind
 * intake, as everything that is heard.
 */
@Service
public class WaitingNeeds {

  private final Known<WaitingNeed> needs;
  private final ProjectSettings settings;

  WaitingNeeds(AggregateStores stores, ProjectSettings settings) {
    this.needs = stores.known("needs", WaitingNeed.class);
    this.settings = settings;
  }

  /** The need goes on one way; a project is one of them. */
  public void learn(NeedRouted it, Cause.Heard cause) {
    if (it.route() == Route.PROJECT) {
      needs.learn(it.need().value(), cause, _ -> WaitingNeed.of(it));
    } else {
      move(it.need(), Status.GONE, null, cause);
    }
  }

  /** The need is so far now, with or without a project. */
  public void move(NeedId need, Status now, @Nullable ProjectId project, Cause.Heard cause) {
    change(need, cause, known -> known.now(now, project));
  }

  /** The need weighs otherwise than before. */
  public void weigh(NeedAnalysed it, Cause.Heard cause) {
    change(it.need(), cause, known -> known.weighing(it));
  }

  /** The resident was told. */
  public void tell(NeedId need, Cause.Heard cause) {
    Instant at = cause.attributes().time();
    change(need, cause, known -> known.told(at));
  }

  /** Those of the needs that were routed to a project. */
  public Map<String, WaitingNeed> findAll(Collection<NeedId> ids) {
    return needs.findAll(ids.stream().map(NeedId::value).toList());
  }

  /** Those of the needs for which something is left to do. */
  public List<NeedId> open(Collection<NeedId> ids, Instant at) {
    Map<String, WaitingNeed> known = findAll(ids);
    return ids.stream()
        .filter(id -> {
          WaitingNeed need = known.get(id.value());
          return need == null || !need.isAnswered(settings.answeredAfter(), at);
        })
        .toList();
  }

  List<WaitingNeed> page(DivisionCode area, Status status, @Nullable String after, int limit) {
    var filter =
        Filters.and(
            Filters.eq("state.status", status.name()),
            Filters.regex("state.owner", "^(ST|RM)-" + area));
    return needs.page(filter, after, limit).stream().map(Versioned::state).toList();
  }

  /** Needs that go on without a project are not ours to know. */
  private void change(NeedId need, Cause.Heard cause, UnaryOperator<WaitingNeed> change) {
    needs.learn(
        need.value(),
        cause,
        known -> known == null ? null : change.apply(Objects.requireNonNull(known)));
  }
}
