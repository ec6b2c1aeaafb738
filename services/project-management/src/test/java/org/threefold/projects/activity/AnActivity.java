package org.threefold.projects.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.ActivityId;
import org.threefold.events.ActivityType;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.ForeignId;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityRejected;
import org.threefold.events.ProjectEvent.OfActivity;
import org.threefold.events.SourceSystem;
import org.threefold.events.StationId;
import org.threefold.projects.activity.ActivityCommand.Cancel;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.ActivityCommand.Report;
import org.threefold.projects.activity.ActivityCommand.Speaker;
import org.threefold.testkit.Given;

/** The Youth League's child companions (domain §8.3), as its own system announces them. */
final class AnActivity {

  static final DeptCode CYL = new DeptCode("CYL");
  static final DeptCode PUB = new DeptCode("PUB");
  static final ActivityId ACTIVITY = new ActivityId("dept-cyl:2026-017");
  static final StationId ROOM = new StationId("RM-511523100001");
  static final FundId FUND = new FundId("CYL-2027");
  static final Instant START = Instant.parse("2027-01-03T01:00:00Z");
  static final Instant END = Instant.parse("2027-06-27T09:00:00Z");
  static final Speaker YOUTH_LEAGUE = new Speaker(CYL, List.of(CYL));

  private AnActivity() {}

  static Given<DepartmentActivity, OfActivity> given(OfActivity... facts) {
    return Given.of(DepartmentActivity.UNKNOWN, DepartmentActivity::after, facts);
  }

  /** What a system says, said as usual but for what a test is about. */
  record Words(
      int revision,
      String title,
      @Nullable String place,
      Instant startAt,
      Instant endAt,
      List<StationId> units,
      List<ClientGroup> groups,
      @Nullable Long costFen,
      @Nullable FundId fund) {

    static Words of(int revision) {
      return new Words(
          revision,
          "童伴计划 第" + revision + "版",
          "童伴之家",
          START,
          END,
          List.of(ROOM),
          List.of(ClientGroup.CHILD_LEFT_BEHIND),
          null,
          null);
    }

    Words titled(String other) {
      return new Words(revision, other, place, startAt, endAt, units, groups, costFen, fund);
    }

    Words at(@Nullable String other) {
      return new Words(revision, title, other, startAt, endAt, units, groups, costFen, fund);
    }

    Words lasting(Instant from, Instant to) {
      return new Words(revision, title, place, from, to, units, groups, costFen, fund);
    }

    Words meantFor(ClientGroup... others) {
      return new Words(
          revision, title, place, startAt, endAt, units, List.of(others), costFen, fund);
    }

    Words in(StationId... others) {
      return new Words(
          revision, title, place, startAt, endAt, List.of(others), groups, costFen, fund);
    }

    Words costing(long fen, @Nullable FundId from) {
      return new Words(revision, title, place, startAt, endAt, units, groups, fen, from);
    }

    Publish by(Speaker speaker, StationId... unknown) {
      return new Publish(
          new ActivityPublished(
              speaker.dept(),
              new SourceSystem("dept-cyl"),
              new ForeignId("2026-017"),
              revision,
              title,
              ActivityType.CHILD_COMPANION,
              startAt,
              endAt,
              place,
              units,
              groups,
              null,
              costFen,
              fund,
              null),
          speaker,
          List.of(unknown));
    }

    Publish said() {
      return by(YOUTH_LEAGUE);
    }

    ActivityPlan plan() {
      return new ActivityPlan(
          ActivityType.CHILD_COMPANION, startAt, endAt, units, groups, null, costFen, fund, null);
    }
  }

  static Publish published(int revision) {
    return Words.of(revision).said();
  }

  static DepartmentActivityAccepted accepted(int revision) {
    return new DepartmentActivityAccepted(ACTIVITY, CYL, revision, Words.of(revision).plan());
  }

  static DepartmentActivityRejected rejected(int revision, String... codes) {
    return new DepartmentActivityRejected(ACTIVITY, CYL, revision, List.of(codes));
  }

  static Cancel cancelled(int revision, Instant at) {
    return new Cancel(ACTIVITY, revision, YOUTH_LEAGUE, at);
  }

  static Report reported(int revision, Figures figures, Instant at) {
    return new Report(ACTIVITY, revision, YOUTH_LEAGUE, figures, at);
  }
}
