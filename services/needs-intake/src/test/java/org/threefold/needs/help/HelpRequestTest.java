package org.threefold.needs.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.calendar.WorkingDays;
import org.threefold.events.Channel;
import org.threefold.events.DeskOutcome;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.HelpRequestEvent.HelpRequestClosed;
import org.threefold.events.HelpRequestEvent.HelpRequestOverdue;
import org.threefold.events.HelpRequestEvent.HelpRequestReceived;
import org.threefold.events.HelpRequestEvent.HelpRequestResponded;
import org.threefold.events.HelpRequestId;
import org.threefold.events.HelpUrgency;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.desk.CameOfIt;
import org.threefold.needs.help.HelpCommand.Close;
import org.threefold.needs.help.HelpCommand.LetTimePass;
import org.threefold.needs.help.HelpCommand.Receive;
import org.threefold.needs.help.HelpCommand.Respond;
import org.threefold.testkit.Given;

class HelpRequestTest {

  private static final HelpRequestId CALL = new HelpRequestId("H-511523100000-20261123-0001");
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final NeedId NEED = new NeedId("N-511523100000-20261123-0001");

  /** A Monday. */
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private static final Instant DUE = NOON.plus(Duration.ofHours(2));
  private static final String PHONE = "请打13800138000";
  private static final HelpTimes TIMES = new HelpTimes(WorkingDays.known(), Duration.ofHours(2), 2);
  private static final CameOfIt ANSWERED = new CameOfIt(DeskOutcome.ANSWERED, null, false);

  private static final HelpRequestReceived RECEIVED =
      new HelpRequestReceived(CALL, TOWN, Channel.PHONE, HelpUrgency.URGENT, NOON, DUE);
  private static final HelpRequestResponded RESPONDED =
      new HelpRequestResponded(CALL, TOWN, HelpUrgency.URGENT, NOON, NOON, true);
  private static final HelpRequestClosed CLOSED =
      new HelpRequestClosed(CALL, TOWN, DeskOutcome.ANSWERED, null);

  private static Given<HelpRequest, HelpRequestEvent> given(HelpRequestEvent... facts) {
    return Given.of(new HelpRequest.Unknown(), HelpRequest::after, facts);
  }

  private static Function<HelpRequest, List<HelpRequestEvent>> by(HelpCommand command) {
    return it -> it.decide(CALL, command);
  }

  private static Receive receive(
      Instant at, @Nullable ResidentRef resident, String words, boolean open) {
    return new Receive(
        TOWN,
        Channel.PHONE,
        HelpUrgency.URGENT,
        at,
        TIMES.end(HelpUrgency.URGENT, at),
        resident,
        words,
        open,
        NOON.minus(Duration.ofDays(1)),
        NOON);
  }

  private static Respond respond(Instant at, Instant now) {
    return new Respond(at, "worker-1", null, now);
  }

  @Test
  void a_call_is_received_by_an_open_unit_within_the_term() {
    given().when(by(receive(NOON, null, "老人摔倒了", true))).then(RECEIVED);
    given().when(by(receive(NOON, null, "老人摔倒了", false))).thenRefused("NEED-002");
    given().when(by(receive(NOON.plusSeconds(1), null, "老人", true))).thenRefused("NEED-031");
    Instant early = NOON.minus(Duration.ofDays(1)).minusSeconds(1);
    given().when(by(receive(early, null, "老人", true))).thenRefused("NEED-031");
  }

  @Test
  void words_of_nobody_who_is_registered_hold_no_number_of_a_person() {
    var close = new Close(ANSWERED, PHONE);
    var respond = new Respond(NOON, "worker-1", PHONE, NOON);
    given().when(by(receive(NOON, null, PHONE, true))).thenRefused("NEED-009");
    given(RECEIVED).when(by(respond)).thenRefused("NEED-009");
    given(RECEIVED, RESPONDED).when(by(close)).thenRefused("NEED-009");
    given().when(by(receive(NOON, new ResidentRef("R-1"), PHONE, true))).then(RECEIVED);
  }

  @Test
  void urgent_counts_hours_and_normal_counts_working_days() {
    Instant friday = Instant.parse("2026-11-27T04:00:00Z");
    assertThat(TIMES.end(HelpUrgency.URGENT, friday)).isEqualTo("2026-11-27T06:00:00Z");
    assertThat(TIMES.end(HelpUrgency.NORMAL, friday)).isEqualTo("2026-12-01T16:00:00Z");
  }

  @Test
  void a_response_lies_between_the_call_and_now() {
    Instant later = NOON.plusSeconds(60);
    given(RECEIVED).when(by(respond(NOON.minusSeconds(1), later))).thenRefused("NEED-031");
    given(RECEIVED).when(by(respond(later.plusSeconds(1), later))).thenRefused("NEED-031");
    given(RECEIVED).when(by(respond(NOON, later))).then(RESPONDED);
  }

  @Test
  void a_response_is_in_time_until_the_very_moment_it_is_due() {
    Instant late = DUE.plusMillis(1);
    given(RECEIVED)
        .when(by(respond(DUE, DUE)))
        .then(new HelpRequestResponded(CALL, TOWN, HelpUrgency.URGENT, NOON, DUE, true));
    given(RECEIVED)
        .when(by(respond(late, late)))
        .then(new HelpRequestResponded(CALL, TOWN, HelpUrgency.URGENT, NOON, late, false));
  }

  @Test
  void a_raised_need_is_named_and_is_of_the_unit() {
    for (CameOfIt wrong :
        List.of(
            new CameOfIt(DeskOutcome.NEED_RAISED, null, false),
            new CameOfIt(DeskOutcome.NEED_RAISED, NEED, false),
            new CameOfIt(DeskOutcome.CASE, NEED, true))) {
      given(RECEIVED, RESPONDED).when(by(new Close(wrong, null))).thenRefused("NEED-032");
    }
    given(RECEIVED, RESPONDED)
        .when(by(new Close(new CameOfIt(DeskOutcome.NEED_RAISED, NEED, true), null)))
        .then(new HelpRequestClosed(CALL, TOWN, DeskOutcome.NEED_RAISED, NEED));
  }

  @Test
  void every_command_in_every_state() {
    Receive receive = receive(NOON, null, "老人摔倒了", true);
    Respond respond = respond(NOON, NOON);
    Close close = new Close(ANSWERED, null);
    LetTimePass late = new LetTimePass(DUE);

    given().when(by(respond)).thenRefused("Nothing is known");
    given().when(by(close)).thenRefused("Nothing is known");
    given().when(by(late)).then();

    given(RECEIVED).when(by(receive)).thenRefused("NEED-001");
    given(RECEIVED).when(by(respond)).then(RESPONDED);
    given(RECEIVED).when(by(close)).thenRefused("NEED-001");
    given(RECEIVED)
        .when(by(late))
        .then(new HelpRequestOverdue(CALL, TOWN, HelpUrgency.URGENT, DUE, 0, 1));

    given(RECEIVED, RESPONDED).when(by(receive)).thenRefused("NEED-001");
    given(RECEIVED, RESPONDED).when(by(respond)).thenRefused("NEED-001");
    given(RECEIVED, RESPONDED).when(by(close)).then(CLOSED);
    given(RECEIVED, RESPONDED).when(by(late)).then();

    given(RECEIVED, RESPONDED, CLOSED).when(by(receive)).thenRefused("NEED-001");
    given(RECEIVED, RESPONDED, CLOSED).when(by(respond)).thenRefused("NEED-001");
    given(RECEIVED, RESPONDED, CLOSED).when(by(close)).thenRefused("NEED-001");
    given(RECEIVED, RESPONDED, CLOSED).when(by(late)).then();
  }

  @Test
  void a_late_response_is_told_each_time_as_much_has_passed_again_three_times_at_most() {
    HelpRequest call = new HelpRequest.Unknown().after(RECEIVED);
    List<HelpRequestEvent> told = new ArrayList<>();
    for (int minute = 0; minute <= 24 * 60; minute++) {
      var command = new LetTimePass(NOON.plus(Duration.ofMinutes(minute)));
      List<HelpRequestEvent> facts = call.decide(CALL, command);
      for (HelpRequestEvent fact : facts) {
        call = call.after(fact);
      }
      call = call.keep(command, facts, it -> it, TIMES);
      told.addAll(facts);
    }
    assertThat(told)
        .containsExactly(
            new HelpRequestOverdue(CALL, TOWN, HelpUrgency.URGENT, DUE, 0, 1),
            new HelpRequestOverdue(CALL, TOWN, HelpUrgency.URGENT, DUE, 2, 2),
            new HelpRequestOverdue(CALL, TOWN, HelpUrgency.URGENT, DUE, 4, 3));
    assertThat(call.due()).isNull();
  }

  @Test
  void a_need_is_raised_out_of_an_answered_call_and_found_again_by_the_same_request() {
    var other = new NeedId("N-511523100000-20261123-0002");
    var raised = new HelpRequestClosed(CALL, TOWN, DeskOutcome.NEED_RAISED, NEED);
    Taken received = (Taken) new HelpRequest.Unknown().after(RECEIVED);
    Taken answered = received.then(RESPONDED);
    assertThatThrownBy(() -> received.mustTake(NEED)).hasMessageContaining("NEED-001");
    assertThatCode(() -> answered.mustTake(NEED)).doesNotThrowAnyException();
    assertThatCode(() -> answered.then(raised).mustTake(NEED)).doesNotThrowAnyException();
    assertThatThrownBy(() -> answered.then(raised).mustTake(other))
        .hasMessageContaining("NEED-001");
  }
}
