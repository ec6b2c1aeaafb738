package org.threefold.bench.own;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateType;

/** A need as far as it can be collected: what its first fact says of it. */
public record Wish(
    @Nullable StationId unit,
    @Nullable Channel channel,
    @Nullable ResidentRef resident,
    @Nullable AgeBand ageBand,
    List<ClientGroup> groups,
    @Nullable LocalDate collectedOn) {

  /** How needs are kept. */
  public static final AggregateType<Wish, NeedEvent> TYPE =
      AggregateType.of(
          "needs",
          Wish.class,
          new Wish(null, null, null, null, List.of(), null),
          NeedEvent.class,
          Wish::after,
          _ -> new DivisionCode("511523100001"));

  /** The fact that a need of this id was collected. */
  public static NeedCollected collected(String id) {
    return new NeedCollected(
        new NeedId(id),
        new StationId("RM-511523100001"),
        Channel.WALK_IN,
        new ResidentRef(residentOf(id)),
        AgeBand.FROM_60,
        List.of(ClientGroup.ELDER, ClientGroup.ELDER_LEFT_BEHIND, ClientGroup.WOMAN),
        LocalDate.of(2026, 11, 25),
        null);
  }

  /** Whose need it is: of the form and length that residents' references have. */
  public static String residentOf(String id) {
    return "R-9b2f4c1e-7a55-4d0c-8e13-000000" + id.substring(id.length() - 6);
  }

  private Wish after(NeedEvent event) {
    return event instanceof NeedCollected it
        ? new Wish(
            it.unit(), it.channel(), it.resident(), it.ageBand(), it.groups(), it.collectedOn())
        : this;
  }
}
