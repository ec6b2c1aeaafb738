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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.threefold.needs.flow.Flow;
import org.threefold.needs.flow.Flows;
import org.threefold.needs.need.NeedCommand.MergeInto.Target;
import org.threefold.needs.need.NeedCommand.RouteBy.Handover;
import org.threefold.needs.need.NeedCommand.RouteBy.ToCase;
import org.threefold.needs.supply.Availability;

/** Every command in every state, against the flow that is published (domain §3.2.2). */
class StateMachineTest {

  private static final Flow FLOW = Flows.on("needs", LocalDate.MAX).orElseThrow();

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

  /** The same commands, where they lead elsewhere. */
  private static final List<NeedCommand> OTHER_WAYS =
      List.of(
          new NeedCommand.RouteBy(Route.DIRECT, null),
          new NeedCommand.RouteBy(Route.REFER, new Handover(ANeed.WMF, true, true, null, NOON)),
          new NeedCommand.AnswerReferral(ANeed.WMF, false, null),
          new NeedCommand.EndCase(CaseId.of(NEED, 1), false));

  @Test
  void every_command_is_in_the_list() {
    Set<Class<?>> all =
        Stream.of(NeedCommand.Asked.class, NeedCommand.Silent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(COMMANDS.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(all);
  }

  @TestFactory
  Stream<DynamicTest> a_step_that_is_not_in_the_flow_is_not_taken() {
    return Arrays.stream(Status.values())
        .flatMap(from ->
            COMMANDS.stream()
                .map(command -> {
                  Set<Status> to = leadsTo(from, command);
                  return DynamicTest.dynamicTest(
                      from + " " + command.path() + " → " + (to.isEmpty() ? "no" : to),
                      () -> check(from, command, to));
                }));
  }

  private static void check(Status from, NeedCommand command, Set<Status> to) {
    Need need = in(from, command);
    assertThat(((Recorded) need).status()).isEqualTo(from);
    if (!to.isEmpty()) {
      assertThat(need.decide(NEED, command)).isNotEmpty();
      assertThat(status(after(need, command))).isIn(to);
    } else if (command instanceof NeedCommand.Silent) {
      assertThat(need.decide(NEED, command)).isEmpty();
    } else {
      assertThatThrownBy(() -> need.decide(NEED, command))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(expectedCode(need, command)));
    }
  }

  private static Set<Status> leadsTo(Status from, NeedCommand command) {
    return FLOW.steps().stream()
        .filter(it -> from.name().equals(it.from()) && it.step().equals(command.path()))
        .map(it -> Status.valueOf(it.to()))
        .collect(Collectors.toSet());
  }

  @Test
  void each_step_of_the_flow_is_taken_to_where_it_leads() {
    Set<String> taken = new TreeSet<>();
    taken.add("null collect " + status(after(new Need.Unknown(), ANeed.collect())));
    for (Status from : Status.values()) {
      Stream.concat(COMMANDS.stream(), OTHER_WAYS.stream())
          .filter(it -> it.from().contains(from))
          .forEach(it -> {
            Need need = in(from, it);
            if (!need.decide(NEED, it).isEmpty()) {
              taken.add(from + " " + it.path() + " " + status(after(need, it)));
            }
          });
    }
    Set<String> flow =
        FLOW.steps().stream()
            .map(it -> it.from() + " " + it.step() + " " + it.to())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(taken).isEqualTo(flow);
  }

  private static Need after(Need before, NeedCommand command) {
    Need after = before;
    for (NeedEvent fact : before.decide(NEED, command)) {
      after = after.after(fact);
    }
    return after;
  }

  private static Status status(Need need) {
    return ((Recorded) need).status();
  }

  private static String expectedCode(Need need, NeedCommand command) {
    boolean routedAgain =
        command instanceof NeedCommand.RouteBy && ((Recorded) need).route() != null;
    return routedAgain ? "NEED-011" : "NEED-001";
  }

  /** A need in this state, with the little that a command asks for besides the state. */
  private static Need in(Status from, NeedCommand command) {
    if (from == Status.IN_SERVICE && command instanceof NeedCommand.Complete) {
      return after(matched(), new NeedCommand.RouteBy(Route.DIRECT, null));
    }
    if (from == Status.IN_SERVICE && command instanceof NeedCommand.EndCase) {
      return inACase();
    }
    if (from == Status.ANALYSED && command instanceof NeedCommand.RouteBy) {
      return matched();
    }
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

  private static Need matched() {
    return ANeed.after(ANeed.factsTo(Status.ANALYSED))
        .after(new NeedMatched(NEED, SupplierType.ITEM, "SI-03", true));
  }

  private static Need inACase() {
    var toCase = new ToCase(TOWN, "S-12", true, TODAY, ConsentBy.CLIENT, TODAY, "worker-1");
    var route = new NeedCommand.RouteBy(Route.CASE, null, toCase);
    Need need = ANeed.after(ANeed.factsTo(Status.ANALYSED));
    return after(need, route)
        .keep(route, need.decide(NEED, route), NOON, ANeed.WORKER, ANeed.TIMES);
  }

  @Test
  void direct_service_takes_the_short_way() {
    Need need = matched();
    need = step(need, new NeedCommand.RouteBy(Route.DIRECT, null), Status.IN_SERVICE);
    need = step(need, new NeedCommand.Complete(null), Status.SERVED);
    var told = new NeedCommand.GiveFeedback(FeedbackChannel.PHONE, TODAY, "好", TODAY, NOON);
    need = step(need, told, Status.FED_BACK);
    step(need, new NeedCommand.Confirm(5, null), Status.CLOSED);
  }

  private static Need step(Need before, NeedCommand command, Status expected) {
    Need after = after(before, command);
    assertThat(status(after)).isEqualTo(expected);
    return after;
  }
}
