package org.threefold.needs.need;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeclineReason;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.Route;
import org.threefold.events.StationId;

/** A recorded need while one fact changes it; lives no longer than that. */
final class Draft {

  private final NeedId need;
  private final Origin origin;
  Status status;
  StationId owner;
  @Nullable NeedCategory category;
  int returns;
  @Nullable Analysis analysis;
  List<Matched> matches;
  @Nullable Route route;
  @Nullable Referral referral;
  @Nullable ProjectId project;
  @Nullable NeedId mergedInto;
  @Nullable DeclineReason declined;
  @Nullable Integer rating;
  int reopened;
  Kept kept;

  Draft(Recorded it) {
    need = it.need();
    origin = it.origin();
    status = it.status();
    owner = it.owner();
    category = it.category();
    returns = it.returns();
    analysis = it.analysis();
    matches = it.matches();
    route = it.route();
    referral = it.referral();
    project = it.project();
    mergedInto = it.mergedInto();
    declined = it.declined();
    rating = it.rating();
    reopened = it.reopened();
    kept = it.kept();
  }

  Recorded done() {
    return new Recorded(
        need,
        status,
        origin,
        owner,
        category,
        category != null && status.isLive() ? Kin.of(origin.division(), category, need) : null,
        returns,
        analysis,
        matches,
        route,
        referral,
        project,
        mergedInto,
        declined,
        rating,
        reopened,
        kept);
  }
}
