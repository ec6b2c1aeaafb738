package org.threefold.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the systems of departments say of their activities, each in its own name; project management
 * hears it, judges it, and says what became of it.
 *
 * <p>These are events of others: they have the attributes of CloudEvents and none of our
 * extensions, and their revision instead of a version of ours ({@link ForeignEvent}).
 */
public sealed interface ActivityEvent extends Event {

  /** A department changes an activity not more often than this. */
  int MAX_REVISION = 1_000_000;

  /** Whose activity it is, as the system says. */
  DeptCode deptCode();

  /** The system that speaks. */
  SourceSystem sourceSystem();

  /** What the system calls the activity. */
  ForeignId sourceId();

  /** Counts what the system has said of the activity, from 1, whatever it was about. */
  int revision();

  /** What the county calls the activity. */
  default ActivityId activity() {
    return ActivityId.of(sourceSystem(), sourceId());
  }

  @Override
  default Stream stream() {
    return Stream.of("activity", activity());
  }

  /**
   * A department will hold an activity, or holds it otherwise than it said before. Without units it
   * is for the whole county. The cost is in fen.
   */
  @WireName("activity.published.v1")
  record ActivityPublished(
      DeptCode deptCode,
      SourceSystem sourceSystem,
      ForeignId sourceId,
      int revision,
      String title,
      ActivityType type,
      Instant startAt,
      Instant endAt,
      @Nullable String place,
      List<StationId> unitIds,
      List<ClientGroup> groups,
      @Nullable ItemCode itemCode,
      @Nullable Long costFen,
      @Nullable FundId fundId,
      @Nullable OperatorId operatorId)
      implements ActivityEvent {
    public ActivityPublished {
      mustCount(revision);
      unitIds = List.copyOf(unitIds);
      groups = List.copyOf(groups);
    }
  }

  /** A department will not hold the activity. */
  @WireName("activity.cancelled.v1")
  record ActivityCancelled(
      DeptCode deptCode, SourceSystem sourceSystem, ForeignId sourceId, int revision)
      implements ActivityEvent {
    public ActivityCancelled {
      mustCount(revision);
    }
  }

  /**
   * What came of the activity: persons are heads, person-times are attendances; the cost is in fen.
   */
  @WireName("activity.reported.v1")
  record ActivityReported(
      DeptCode deptCode,
      SourceSystem sourceSystem,
      ForeignId sourceId,
      int revision,
      int persons,
      int personTimes,
      int sessions,
      long costFen)
      implements ActivityEvent {
    public ActivityReported {
      mustCount(revision);
    }
  }

  private static void mustCount(int revision) {
    if (revision < 1 || revision > MAX_REVISION) {
      throw new IllegalArgumentException("A revision is 1 to " + MAX_REVISION);
    }
  }
}
