package org.threefold.needs.need;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.threefold.calendar.WorkingDays;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DeptCode;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectId;
import org.threefold.events.ResidentRef;
import org.threefold.events.Route;
import org.threefold.events.StationId;
import org.threefold.needs.NeedsSettings;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.testkit.Given;

/** The need of the story (domain §5.1), at each stage of its life. */
final class ANeed {

  static final NeedId NEED = new NeedId("N-511523100001-20261123-0001");
  static final NeedId OTHER = new NeedId("N-511523100002-20261123-0001");
  static final StationId ROOM = new StationId("RM-511523100001");
  static final StationId TOWN = new StationId("ST-511523100");
  static final StationId FOREIGN_TOWN = new StationId("ST-511523101");
  static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  static final ProjectId OTHER_PROJECT = new ProjectId("P-2026-511523100-0002");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  static final Instant SORT_BY = Instant.parse("2026-11-25T16:00:00Z");
  static final String WORKER = "RM_WORKER@RM-511523100001";
  static final DeptCode WMF = new DeptCode("WMF");
  static final NeedsSettings SETTINGS =
      new NeedsSettings(
          Duration.ofDays(7), 366, 2, 5, 3, 5, 5, Duration.ofDays(60), Duration.ofDays(30));
  static final Times TIMES = new Times(WorkingDays.known(), SETTINGS);
  static final String WORDS = "几位独居老人希望中午有热饭吃,也有人陪着说话。";
  static final List<ClientGroup> GROUPS = List.of(ClientGroup.ELDER, ClientGroup.ELDER_LEFT_BEHIND);

  static final NeedCollected COLLECTED =
      new NeedCollected(
          NEED,
          ROOM,
          Channel.WALK_IN,
          new ResidentRef("R-1"),
          AgeBand.FROM_60,
          GROUPS,
          TODAY,
          SORT_BY);
  static final NeedSorted SORTED = new NeedSorted(NEED, NeedCategory.MEAL_CARE, 0);
  static final NeedEscalated ESCALATED = new NeedEscalated(NEED, ROOM, TOWN);
  static final NeedAnalysed ANALYSED = new NeedAnalysed(NEED, 3, 1, 60, 4, 25, PriorityBand.B);
  static final NeedPlanned PLANNED = new NeedPlanned(NEED, PROJECT);
  static final NeedInService IN_SERVICE = new NeedInService(NEED, PROJECT);
  static final NeedServed SERVED = new NeedServed(NEED, PROJECT);
  static final NeedFeedbackGiven FED_BACK =
      new NeedFeedbackGiven(NEED, FeedbackChannel.IN_PERSON, PROJECT);

  private ANeed() {}

  static Given<Need, NeedEvent> given(NeedEvent... facts) {
    return Given.of(new Need.Unknown(), Need::after, facts);
  }

  static Need after(List<NeedEvent> facts) {
    Need need = new Need.Unknown();
    for (NeedEvent fact : facts) {
      need = need.after(fact);
    }
    return need;
  }

  static NeedRouted routed(Route route) {
    return new NeedRouted(
        NEED, route, ROOM, NeedCategory.MEAL_CARE, GROUPS, 60, 25, PriorityBand.B);
  }

  /** The facts that bring a need into this state, by way of a project where there is one. */
  static List<NeedEvent> factsTo(Status status) {
    return switch (status) {
      case COLLECTED -> List.of(COLLECTED);
      case SORTED -> and(factsTo(Status.COLLECTED), SORTED);
      case ANALYSED -> and(factsTo(Status.SORTED), ANALYSED);
      case AWAITING_PROJECT -> and(factsTo(Status.ANALYSED), routed(Route.PROJECT));
      case REFERRED -> {
        List<NeedEvent> routed = and(factsTo(Status.ANALYSED), routed(Route.REFER));
        yield and(routed, new NeedReferred(NEED, WMF, NOON.plus(Duration.ofDays(7))));
      }
      case PLANNED -> and(factsTo(Status.AWAITING_PROJECT), PLANNED);
      case IN_SERVICE -> and(factsTo(Status.PLANNED), IN_SERVICE);
      case SERVED -> and(factsTo(Status.IN_SERVICE), SERVED);
      case FED_BACK -> and(factsTo(Status.SERVED), FED_BACK);
      case CLOSED -> and(factsTo(Status.FED_BACK), new NeedClosed(NEED, false, 5, PROJECT));
      case MERGED -> and(factsTo(Status.SORTED), new NeedMerged(NEED, OTHER));
      case DECLINED ->
          and(factsTo(Status.ANALYSED), new NeedDeclined(NEED, DeclineReason.OUT_OF_SCOPE));
    };
  }

  private static List<NeedEvent> and(List<NeedEvent> facts, NeedEvent last) {
    List<NeedEvent> all = new ArrayList<>(facts);
    all.add(last);
    return all;
  }

  static Collect collect() {
    return collect(WORDS, AgeBand.FROM_60, GROUPS, TODAY, true);
  }

  static Collect collect(
      String text, AgeBand age, List<ClientGroup> groups, LocalDate on, boolean open) {
    return new Collect(
        ROOM,
        Channel.WALK_IN,
        new ResidentRef("R-1"),
        age,
        groups,
        text,
        on,
        null,
        null,
        open,
        TODAY.minusDays(366),
        TODAY,
        SORT_BY);
  }

  static Recorded recorded(Need need) {
    return (Recorded) need;
  }
}
