package org.threefold.projects.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.ActivityId;
import org.threefold.events.DeptCode;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.StationId;

/** What a department says of an activity, with what has been looked up about it. */
sealed interface ActivityCommand {

  /** Which activity. */
  ActivityId activity();

  /** Its place in what the department says of the activity; null is the next. */
  @Nullable Integer revision();

  /** Who says so. */
  Speaker speaker();

  /**
   * Who says something.
   *
   * @param dept the department that it is said for
   * @param owners the departments that have registered the system as theirs
   */
  record Speaker(DeptCode dept, List<DeptCode> owners) {

    /** The department whose system it is, whatever it says; null if it is nobody's. */
    @Nullable DeptCode owner() {
      return owners.contains(dept) ? dept : owners.isEmpty() ? null : owners.getFirst();
    }
  }

  /** It will be held, or held otherwise; unknownUnits are those of its units we never heard of. */
  record Publish(ActivityPublished said, Speaker speaker, List<StationId> unknownUnits)
      implements ActivityCommand {
    @Override
    public ActivityId activity() {
      return said.activity();
    }

    @Override
    public Integer revision() {
      return said.revision();
    }

    /** What will be done, without the department's own words. */
    ActivityPlan plan() {
      return new ActivityPlan(
          said.type(),
          said.startAt(),
          said.endAt(),
          said.unitIds().stream().distinct().toList(),
          said.groups().stream().distinct().toList(),
          said.itemCode(),
          said.costFen(),
          said.fundId(),
          said.operatorId());
    }
  }

  /** It will not be held. */
  record Cancel(ActivityId activity, @Nullable Integer revision, Speaker speaker, Instant at)
      implements ActivityCommand {}

  /** It was held. */
  record Report(
      ActivityId activity, @Nullable Integer revision, Speaker speaker, Figures figures, Instant at)
      implements ActivityCommand {}

  /** What came of an activity: heads, attendances, sessions, and the cost in fen. */
  record Figures(int persons, int personTimes, int sessions, long costFen) {}
}
