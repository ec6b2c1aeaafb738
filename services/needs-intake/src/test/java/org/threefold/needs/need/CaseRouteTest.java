package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.need.ANeed.ANALYSED;
import static org.threefold.needs.need.ANeed.NEED;
import static org.threefold.needs.need.ANeed.NOON;
import static org.threefold.needs.need.ANeed.SORTED;
import static org.threefold.needs.need.ANeed.TIMES;
import static org.threefold.needs.need.ANeed.TODAY;
import static org.threefold.needs.need.ANeed.TOWN;
import static org.threefold.needs.need.ANeed.WORKER;
import static org.threefold.needs.need.ANeed.routed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;
import org.threefold.events.CaseId;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.ReopenReason;
import org.threefold.events.ResidentRef;
import org.threefold.events.Route;
import org.threefold.needs.need.NeedCommand.Complete;
import org.threefold.needs.need.NeedCommand.EndCase;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.NoteCaseOpened;
import org.threefold.needs.need.NeedCommand.Reopen;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.RouteBy.ToCase;

/** A need that becomes a case, and what it hears of it. */
class CaseRouteTest {

  private static final CaseId FIRST = CaseId.of(NEED, 1);
  private static final CaseId SECOND = CaseId.of(NEED, 2);

  private static Need analysed(AgeBand age) {
    return new Need.Unknown()
        .after(
            new NeedCollected(
                NEED,
                ANeed.ROOM,
                Channel.WALK_IN,
                new ResidentRef("R-1"),
                age,
                List.of(ClientGroup.RESIDENT_GENERAL),
                TODAY,
                null))
        .after(SORTED)
        .after(ANALYSED);
  }

  private static RouteBy toCase(boolean entitled, LocalDate on, ConsentBy by) {
    return new RouteBy(
        Route.CASE, null, new ToCase(TOWN, "S-12", entitled, on, by, TODAY, "worker-1"));
  }

  private static Need done(Need need, NeedCommand command) {
    List<NeedEvent> facts = need.decide(NEED, command);
    Need after = need;
    for (NeedEvent fact : facts) {
      after = after.after(fact);
    }
    return after.keep(command, facts, NOON, WORKER, TIMES);
  }

  private static Need inACase() {
    return done(analysed(AgeBand.FROM_60), toCase(true, TODAY, ConsentBy.CLIENT));
  }

  private static void refused(Need need, NeedCommand command, String code) {
    assertThatThrownBy(() -> need.decide(NEED, command))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @Test
  void a_case_begins_the_service_at_once() {
    Need need = analysed(AgeBand.FROM_60);
    assertThat(need.decide(NEED, toCase(true, TODAY, ConsentBy.CLIENT)))
        .hasSize(2)
        .last()
        .isEqualTo(new NeedInService(NEED, null));
    Recorded after = ANeed.recorded(inACase());
    assertThat(after.status()).isEqualTo(Status.IN_SERVICE);
    assertThat(after.caseId()).isEqualTo(FIRST);
    assertThat(after.opening())
        .isEqualTo(
            new CaseOpening(
                FIRST,
                NEED,
                TOWN,
                new ResidentRef("R-1"),
                "S-12",
                TODAY,
                ConsentBy.CLIENT,
                "worker-1"));
  }

  @Test
  void only_an_entitled_social_worker_opens_one() {
    refused(analysed(AgeBand.FROM_60), toCase(false, TODAY, ConsentBy.CLIENT), "NEED-020");
  }

  @ParameterizedTest
  @EnumSource(
      value = AgeBand.class,
      names = {"UNDER_14", "FROM_14"})
  void for_a_minor_the_guardian_consents(AgeBand minor) {
    refused(analysed(minor), toCase(true, TODAY, ConsentBy.CLIENT), "NEED-022");
    assertThat(analysed(minor).decide(NEED, toCase(true, TODAY, ConsentBy.GUARDIAN))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = AgeBand.class,
      names = {"FROM_18", "FROM_60", "FROM_80"})
  void an_adult_consents_in_person(AgeBand adult) {
    refused(analysed(adult), toCase(true, TODAY, ConsentBy.GUARDIAN), "NEED-022");
    assertThat(analysed(adult).decide(NEED, toCase(true, TODAY, ConsentBy.CLIENT))).hasSize(2);
  }

  @Test
  void a_client_is_one_person_who_has_consented_already() {
    refused(analysed(AgeBand.MIXED), toCase(true, TODAY, ConsentBy.CLIENT), "NEED-022");
    refused(
        analysed(AgeBand.FROM_60), toCase(true, TODAY.plusDays(1), ConsentBy.CLIENT), "NEED-022");
  }

  @Test
  void a_case_and_only_a_case_names_worker_and_consent() {
    refused(analysed(AgeBand.FROM_60), new RouteBy(Route.CASE, null), "NEED-022");
    var both = toCase(true, TODAY, ConsentBy.CLIENT).toCase();
    refused(analysed(AgeBand.FROM_60), new RouteBy(Route.PROJECT, null, both), "NEED-022");
  }

  @Test
  void a_case_that_was_not_seen_open_is_looked_for_again() {
    Need need = inACase();
    assertThat(need.due()).isEqualTo(NOON.plusSeconds(5));
    assertThat(need.decide(NEED, new LetTimePass(NOON.plusSeconds(9)))).isEmpty();
    Need other = done(need, new NoteCaseOpened(SECOND));
    assertThat(ANeed.recorded(other).opening()).isNotNull();
    Need open = done(need, new NoteCaseOpened(FIRST));
    assertThat(ANeed.recorded(open).opening()).isNull();
    assertThat(ANeed.recorded(open).caseId()).isEqualTo(FIRST);
    assertThat(open.due()).isNull();
  }

  @Test
  void while_a_case_is_live_only_the_case_ends_the_service() {
    Need need = done(inACase(), new NoteCaseOpened(FIRST));
    refused(need, new Complete(null), "NEED-001");
    refused(need, new NeedCommand.Decline(DeclineReason.UNFOUNDED, "可申诉"), "NEED-001");
    refused(
        need,
        new NeedCommand.MergeInto(
            ANeed.OTHER, new NeedCommand.MergeInto.Target(ANeed.ROOM.division(), true, false)),
        "NEED-001");
    refused(
        need, new Reopen(ReopenReason.CAME_BACK, "又出现了", NOON, Duration.ofDays(30)), "NEED-001");
    refused(need, toCase(true, TODAY, ConsentBy.CLIENT), "NEED-011");
  }

  @Test
  void a_case_that_met_the_need_has_served_it() {
    assertThat(inACase().decide(NEED, new EndCase(FIRST, true)))
        .containsExactly(new NeedServed(NEED, null));
  }

  @Test
  void a_case_that_could_not_opens_the_route_again() {
    assertThat(inACase().decide(NEED, new EndCase(FIRST, false)))
        .containsExactly(new NeedReopened(NEED, ReopenReason.CASE_ENDED));
    Need back = done(inACase(), new EndCase(FIRST, false));
    assertThat(ANeed.recorded(back).status()).isEqualTo(Status.ANALYSED);
    assertThat(ANeed.recorded(back).caseId()).isNull();
    assertThat(ANeed.recorded(back).lastCase()).isEqualTo(FIRST);
    Need again = done(back, toCase(true, TODAY, ConsentBy.CLIENT));
    assertThat(ANeed.recorded(again).caseId()).isEqualTo(SECOND);
    assertThat(again.decide(NEED, new EndCase(FIRST, true))).isEmpty();
    assertThat(again.decide(NEED, new EndCase(SECOND, true))).hasSize(1);
  }

  @Test
  void an_end_told_twice_is_one_end() {
    Need served = done(inACase(), new EndCase(FIRST, true));
    assertThat(served.decide(NEED, new EndCase(FIRST, true))).isEmpty();
    Need routed = analysed(AgeBand.FROM_60).after(routed(Route.PROJECT));
    assertThat(routed.decide(NEED, new EndCase(FIRST, true))).isEmpty();
  }

  @Test
  void nobody_says_by_hand_that_a_case_ended() {
    Instant late = NOON.plus(Duration.ofDays(1));
    Need closed = ANeed.after(ANeed.factsTo(Status.CLOSED));
    refused(
        closed, new Reopen(ReopenReason.CASE_ENDED, "结案", late, Duration.ofDays(30)), "NEED-001");
  }
}
