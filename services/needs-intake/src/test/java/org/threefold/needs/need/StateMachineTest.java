package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.need.ANeed.NEED;
import static org.threefold.needs.need.ANeed.NOON;
import static org.threefold.needs.need.ANeed.OTHER;
import static org.threefold.needs.need.ANeed.PROJECT;
import static org.threefold.needs.need.ANeed.ROOM;
import static org.threefold.needs.need.ANeed.TODAY;
import static org.threefold.needs.need.ANeed.TOWN;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.threefold.access.Refused;
import org.threefold.events.CaseId;
import org.threefold.events.DeclineReason;
import org.threefold.events.DisputeReason;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.ReopenReason;
import org.threefold.events.ReturnReason;
import org.threefold.events.Route;
import org.threefold.events.SupplierType;
import org.threefold.events.UnplanCause;
import org.threefold.needs.need.NeedCommand.MergeInto.Target;
import org.threefold.needs.supply.Availability;

/** Every command in every state, against the table of domain §3.2.2 as it is written there. */
class StateMachineTest {

  /** From, command, to. What is not here is refused, or passes in silence if nobody asked. */
  private static final String TABLE =
      """
      COLLECTED        Sort             SORTED
      COLLECTED        MergeInto        MERGED
      SORTED           MergeInto        MERGED
      SORTED           Escalate         SORTED
      SORTED           ReturnToRoom     SORTED
      SORTED           Analyse          ANALYSED
      ANALYSED         Match            ANALYSED
      ANALYSED         RouteBy          AWAITING_PROJECT
      ANALYSED         Decline          DECLINED
      REFERRED         AnswerReferral   SERVED
      AWAITING_PROJECT Plan             PLANNED
      PLANNED          Unplan           AWAITING_PROJECT
      PLANNED          StartService     IN_SERVICE
      IN_SERVICE       Unplan           AWAITING_PROJECT
      IN_SERVICE       Serve            SERVED
      SERVED           GiveFeedback     FED_BACK
      FED_BACK         Confirm          CLOSED
      FED_BACK         LetTimePass      CLOSED
      FED_BACK         Dispute          ANALYSED
      CLOSED           Reopen           ANALYSED
      DECLINED         Reopen           ANALYSED
      """;

  private static final List<NeedCommand> COMMANDS =
      List.of(
          ANeed.collect(),
          new NeedCommand.Sort(NeedCategory.MEAL_CARE, List.of()),
          new NeedCommand.AnnounceMerge(OTHER),
          new NeedCommand.WithdrawMerge(),
          new NeedCommand.MergeInto(OTHER, new Target(ROOM.division(), true, false)),
          new NeedCommand.Escalate(TOWN, true),
          new NeedCommand.ReturnToRoom(ReturnReason.INCOMPLETE, null),
          new NeedCommand.Analyse(3, 60, 4, "入户走访"),
          new NeedCommand.Match(SupplierType.ITEM, "SI-03", true, Availability.NOW),
          new NeedCommand.RouteBy(Route.PROJECT, null),
          new NeedCommand.AnswerReferral(ANeed.WMF, true, null),
          new NeedCommand.Complete(null),
          new NeedCommand.Decline(DeclineReason.UNFOUNDED, "可申诉"),
          new NeedCommand.GiveFeedback(FeedbackChannel.PHONE, TODAY, "好", TODAY, NOON),
          new NeedCommand.Confirm(null, null),
          new NeedCommand.LetTimePass(NOON),
          new NeedCommand.Dispute(DisputeReason.PROBLEM_REMAINS, "还没有人来", null),
          new NeedCommand.Reopen(ReopenReason.CAME_BACK, "又出现了", NOON, Duration.ofDays(30)),
          new NeedCommand.Plan(PROJECT),
          new NeedCommand.Unplan(PROJECT, UnplanCause.PROJECT_CANCELLED),
          new NeedCommand.StartService(PROJECT),
          new NeedCommand.Serve(PROJECT),
          new NeedCommand.NoteCaseOpened(CaseId.of(NEED, 1)),
          new NeedCommand.EndCase(CaseId.of(NEED, 1), true));

  @Test
  void every_command_is_in_the_list() {
    Set<Class<?>> all =
        Stream.of(NeedCommand.Asked.class, NeedCommand.Silent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(COMMANDS.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(all);
  }

  @TestFactory
  Stream<DynamicTest> the_table_is_what_happens() {
    Map<String, Status> table = table();
    return Arrays.stream(Status.values())
        .flatMap(from ->
            COMMANDS.stream()
                .map(command -> {
                  String name = from + " " + command.getClass().getSimpleName();
                  Status to = table.get(name);
                  return DynamicTest.dynamicTest(
                      name + " → " + (to == null ? "no" : to), () -> check(from, command, to));
                }));
  }

  private static void check(Status from, NeedCommand command, @Nullable Status to) {
    Need need = in(from, command);
    assertThat(((Recorded) need).status()).isEqualTo(from);
    if (to != null) {
      List<NeedEvent> facts = need.decide(NEED, command);
      assertThat(facts).isNotEmpty();
      for (NeedEvent fact : facts) {
        need = need.after(fact);
      }
      assertThat(((Recorded) need).status()).isEqualTo(to);
    } else if (command instanceof NeedCommand.Silent) {
      assertThat(need.decide(NEED, command)).isEmpty();
    } else {
      Need refusing = need;
      assertThatThrownBy(() -> refusing.decide(NEED, command))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(expectedCode(refusing, command)));
    }
  }

  private static String expectedCode(Need need, NeedCommand command) {
    boolean routedAgain =
        command instanceof NeedCommand.RouteBy && ((Recorded) need).route() != null;
    return routedAgain ? "NEED-011" : "NEED-001";
  }

  /** A need in this state, with the little that a command asks for besides the state. */
  private static Need in(Status from, NeedCommand command) {
    Need need = ANeed.after(ANeed.factsTo(from));
    if (command instanceof NeedCommand.ReturnToRoom && from == Status.SORTED) {
      need = need.after(ANeed.ESCALATED);
    }
    if (command instanceof NeedCommand.LetTimePass) {
      var told = new NeedCommand.GiveFeedback(FeedbackChannel.PHONE, TODAY, "好", TODAY, NOON);
      need = need.keep(told, List.of(ANeed.FED_BACK), NOON, ANeed.WORKER, ANeed.TIMES);
    }
    if (command instanceof NeedCommand.Reopen && from == Status.CLOSED) {
      var closed = new NeedClosed(NEED, false, 5, PROJECT);
      need =
          need.keep(
              new NeedCommand.Confirm(5, null), List.of(closed), NOON, ANeed.WORKER, ANeed.TIMES);
    }
    if (command instanceof NeedCommand.Reopen && from == Status.DECLINED) {
      var declined = new NeedDeclined(NEED, DeclineReason.UNFOUNDED);
      var decline = new NeedCommand.Decline(DeclineReason.UNFOUNDED, "可申诉");
      need = need.keep(decline, List.of(declined), NOON, ANeed.WORKER, ANeed.TIMES);
    }
    return need;
  }

  @Test
  void direct_service_takes_the_short_way() {
    Need need = ANeed.after(ANeed.factsTo(Status.ANALYSED));
    need = need.after(new NeedMatched(NEED, SupplierType.ITEM, "SI-03", true));
    need = step(need, new NeedCommand.RouteBy(Route.DIRECT, null), Status.IN_SERVICE);
    need = step(need, new NeedCommand.Complete(null), Status.SERVED);
    var told = new NeedCommand.GiveFeedback(FeedbackChannel.PHONE, TODAY, "好", TODAY, NOON);
    need = step(need, told, Status.FED_BACK);
    step(need, new NeedCommand.Confirm(5, null), Status.CLOSED);
  }

  private static Need step(Need before, NeedCommand command, Status expected) {
    Need after = before;
    for (NeedEvent fact : before.decide(NEED, command)) {
      after = after.after(fact);
    }
    assertThat(((Recorded) after).status()).isEqualTo(expected);
    return after;
  }

  private static Map<String, Status> table() {
    Map<String, Status> table = new LinkedHashMap<>();
    TABLE
        .lines()
        .map(line -> line.trim().split(" +", -1))
        .forEach(row -> table.put(row[0] + " " + row[1], Status.valueOf(row[2])));
    return table;
  }
}
