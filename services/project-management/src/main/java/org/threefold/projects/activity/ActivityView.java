package org.threefold.projects.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityType;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.FundId;
import org.threefold.events.ItemCode;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.StationId;
import org.threefold.messaging.Versioned;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.DepartmentActivity.Refusal;
import org.threefold.projects.activity.DepartmentActivity.Words;

/** An activity as its readers see it: what stands, what came of it, and what was rejected last. */
record ActivityView(
    String activity,
    @Nullable DeptCode dept,
    Status status,
    int revision,
    @Nullable String title,
    @Nullable String place,
    @Nullable ActivityType type,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    List<StationId> unitIds,
    List<ClientGroup> groups,
    @Nullable ItemCode itemCode,
    @Nullable Long costFen,
    @Nullable FundId fundId,
    @Nullable OperatorId operatorId,
    @Nullable Figures report,
    List<Refusal> refusals) {

  static ActivityView of(Versioned<DepartmentActivity> found) {
    DepartmentActivity it = found.state();
    ActivityPlan plan = it.plan();
    Words words = it.words();
    return new ActivityView(
        found.id(),
        it.dept(),
        it.status(),
        it.revision(),
        words == null ? null : words.title(),
        words == null ? null : words.place(),
        plan == null ? null : plan.type(),
        plan == null ? null : plan.startAt(),
        plan == null ? null : plan.endAt(),
        plan == null ? List.of() : plan.units(),
        plan == null ? List.of() : plan.groups(),
        plan == null ? null : plan.item(),
        plan == null ? null : plan.costFen(),
        plan == null ? null : plan.fund(),
        plan == null ? null : plan.operator(),
        it.figures(),
        it.refusals());
  }
}
