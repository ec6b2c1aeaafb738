package org.threefold.needs.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.VisitEvent;
import org.threefold.events.VisitEvent.VisitCompleted;
import org.threefold.events.VisitEvent.VisitLeftOpen;
import org.threefold.events.VisitEvent.VisitReceived;
import org.threefold.events.VisitId;
import org.threefold.events.VisitPurpose;
import org.threefold.needs.desk.CameOfIt;
import org.threefold.needs.visit.VisitCommand.Complete;
import org.threefold.needs.visit.VisitCommand.LetDayEnd;
import org.threefold.needs.visit.VisitCommand.Receive;
import org.threefold.testkit.Given;

class VisitTest {

  private static final VisitId VISIT = new VisitId("V-511523100001-20261123-0001");
  private static final StationId ROOM = new StationId("RM-511523100001");
  private static final NeedId NEED = new NeedId("N-511523100001-20261123-0001");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  /** Midnight of the county. */
  private static final Instant DAY_END = Instant.parse("2026-11-23T16:00:00Z");

  private static final CameOfIt ANSWERED = new CameOfIt(DeskOutcome.ANSWERED, null, false);
  private static final String PHONE = "请打13800138000";

  private static final VisitReceived OPEN =
      new VisitReceived(VISIT, ROOM, VisitPurpose.ADVICE, NOON, null, null);
  private static final VisitReceived DONE =
      new VisitReceived(VISIT, ROOM, VisitPurpose.ADVICE, NOON, DeskOutcome.ANSWERED, null);
  private static final VisitLeftOpen LEFT_OPEN = new VisitLeftOpen(VISIT, ROOM, DAY);
  private static final VisitCompleted COMPLETED =
      new VisitCompleted(VISIT, ROOM, DeskOutcome.ANSWERED, null, false);

  private static Given<Visit, VisitEvent> given(VisitEvent... facts) {
    return Given.of(new Visit.Unknown(), Visit::after, facts);
  }

  private static Function<Visit, List<VisitEvent>> by(VisitCommand command) {
    return visit -> visit.decide(VISIT, command);
  }

  private static Receive receive(
      Instant at, @Nullable CameOfIt came, @Nullable String words, boolean open) {
    return new Receive(
        ROOM,
        VisitPurpose.ADVICE,
        at,
        "worker-1",
        null,
        came,
        words,
        open,
        NOON.minus(Duration.ofDays(366)),
        NOON);
  }

  private static Complete complete(CameOfIt came, @Nullable String words, Instant now) {
    return new Complete(came, words, now);
  }

  @Test
  void a_visit_is_received_with_or_without_an_outcome() {
    given().when(by(receive(NOON, null, "问低保", true))).then(OPEN);
    given().when(by(receive(NOON, ANSWERED, null, true))).then(DONE);
  }

  @Test
  void a_visit_is_received_by_an_open_unit_only() {
    given().when(by(receive(NOON, null, null, false))).thenRefused("NEED-002");
  }

  @Test
  void a_visit_lies_in_the_term_and_not_in_the_future() {
    given().when(by(receive(NOON.plusSeconds(1), null, null, true))).thenRefused("NEED-031");
    Instant first = NOON.minus(Duration.ofDays(366));
    given().when(by(receive(first.minusSeconds(1), ANSWERED, null, true))).thenRefused("NEED-031");
    given()
        .when(by(receive(first, ANSWERED, null, true)))
        .then(
            new VisitReceived(VISIT, ROOM, VisitPurpose.ADVICE, first, DeskOutcome.ANSWERED, null));
  }

  @Test
  void a_visit_of_an_earlier_day_comes_with_its_outcome() {
    Instant lastNight = Instant.parse("2026-11-22T15:59:59Z");
    given().when(by(receive(lastNight, null, null, true))).thenRefused("NEED-030");
    Instant thisMorning = Instant.parse("2026-11-22T16:00:00Z");
    given()
        .when(by(receive(thisMorning, null, null, true)))
        .then(new VisitReceived(VISIT, ROOM, VisitPurpose.ADVICE, thisMorning, null, null));
  }

  @Test
  void a_raised_need_is_named_and_is_of_the_unit() {
    for (CameOfIt wrong :
        List.of(
            new CameOfIt(DeskOutcome.NEED_RAISED, null, false),
            new CameOfIt(DeskOutcome.NEED_RAISED, NEED, false),
            new CameOfIt(DeskOutcome.ANSWERED, NEED, true))) {
      given().when(by(receive(NOON, wrong, null, true))).thenRefused("NEED-032");
      given(OPEN).when(by(complete(wrong, null, NOON))).thenRefused("NEED-032");
    }
    var raised = new CameOfIt(DeskOutcome.NEED_RAISED, NEED, true);
    given(OPEN)
        .when(by(complete(raised, null, NOON)))
        .then(new VisitCompleted(VISIT, ROOM, DeskOutcome.NEED_RAISED, NEED, false));
  }

  @Test
  void words_of_nobody_who_is_registered_hold_no_number_of_a_person() {
    given().when(by(receive(NOON, null, PHONE, true))).thenRefused("NEED-009");
    given(OPEN).when(by(complete(ANSWERED, PHONE, NOON))).thenRefused("NEED-009");
    var known =
        new Receive(
            ROOM,
            VisitPurpose.ADVICE,
            NOON,
            "worker-1",
            new ResidentRef("R-1"),
            null,
            PHONE,
            true,
            NOON,
            NOON);
    given().when(by(known)).then(OPEN);
  }

  @Test
  void an_outcome_is_given_on_the_day_without_more() {
    given(OPEN).when(by(complete(ANSWERED, null, DAY_END.minusNanos(1)))).then(COMPLETED);
  }

  @Test
  void an_outcome_after_the_day_says_why_so_late() {
    given(OPEN).when(by(complete(ANSWERED, null, DAY_END))).thenRefused("NEED-030");
    given(OPEN, LEFT_OPEN).when(by(complete(ANSWERED, " ", DAY_END))).thenRefused("NEED-030");
    given(OPEN, LEFT_OPEN)
        .when(by(complete(ANSWERED, "停电", DAY_END)))
        .then(new VisitCompleted(VISIT, ROOM, DeskOutcome.ANSWERED, null, true));
  }

  @Test
  void a_visit_without_an_outcome_is_told_once_at_the_end_of_its_day() {
    given(OPEN).when(by(new LetDayEnd(DAY_END.minusNanos(1)))).then();
    given(OPEN).when(by(new LetDayEnd(DAY_END))).then(LEFT_OPEN);
    given(OPEN, LEFT_OPEN).when(by(new LetDayEnd(DAY_END.plusSeconds(1)))).then();
  }

  @Test
  void only_an_open_visit_wants_to_be_looked_at() {
    assertThat(new Visit.Unknown().after(OPEN).due()).isEqualTo(DAY_END);
    assertThat(new Visit.Unknown().after(DONE).due()).isNull();
    assertThat(new Visit.Unknown().after(OPEN).after(LEFT_OPEN).due()).isNull();
  }

  @Test
  void every_command_in_every_state() {
    Receive receive = receive(NOON, null, null, true);
    Complete complete = complete(ANSWERED, "晚了", DAY_END);
    LetDayEnd end = new LetDayEnd(DAY_END);
    given().when(by(complete)).thenRefused("Nothing is known");
    given().when(by(end)).then();
    for (List<VisitEvent> past :
        List.<List<VisitEvent>>of(
            List.of(OPEN), List.of(OPEN, LEFT_OPEN), List.of(OPEN, COMPLETED), List.of(DONE))) {
      given(past.toArray(VisitEvent[]::new)).when(by(receive)).thenRefused("NEED-001");
    }
    for (List<VisitEvent> over :
        List.<List<VisitEvent>>of(
            List.of(OPEN, COMPLETED), List.of(OPEN, LEFT_OPEN, COMPLETED), List.of(DONE))) {
      given(over.toArray(VisitEvent[]::new)).when(by(complete)).thenRefused("NEED-001");
      given(over.toArray(VisitEvent[]::new)).when(by(end)).then();
    }
  }

  @Test
  void words_and_handler_are_kept_as_they_are_to_be_kept() {
    Receive command = receive(NOON, null, "问低保", true);
    Visit kept = new Visit.Unknown().after(OPEN).keep(command, it -> "<" + it + ">");
    assertThat(kept)
        .isInstanceOfSatisfying(
            Logged.class,
            it -> {
              assertThat(it.handler()).isEqualTo("worker-1");
              assertThat(it.words()).isEqualTo("<问低保>");
            });
  }
}
