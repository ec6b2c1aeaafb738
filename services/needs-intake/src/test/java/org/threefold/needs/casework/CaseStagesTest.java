package org.threefold.needs.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.casework.ACase.CASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.CaseEvent;
import org.threefold.needs.flow.Flow;
import org.threefold.needs.flow.Flows;

/** Every command in every stage, against the flow that is published (domain §3.2.3). */
class CaseStagesTest {

  private static final Flow FLOW = Flows.on("cases", LocalDate.MAX).orElseThrow();

  /** These are kept and not said. */
  private static final Set<Class<?>> SILENT_EFFECT = Set.of(CaseCommand.Close.class);

  private static final List<CaseCommand> COMMANDS =
      List.of(
          ACase.OPEN,
          ACase.ASSESS,
          ACase.PLAN,
          ACase.REVISE,
          ACase.INTERVENE,
          ACase.EVALUATE,
          ACase.CLOSE,
          ACase.COUNTERSIGN,
          ACase.REFER,
          ACase.STOP,
          ACase.LOOK,
          new CaseCommand.NoteNeedTold(),
          new CaseCommand.LetTimePass(Instant.parse("2027-12-31T00:00:00Z")));

  @Test
  void every_command_is_in_the_list() {
    Set<Class<?>> all =
        Stream.of(CaseCommand.Asked.class, CaseCommand.Silent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(COMMANDS.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(all);
  }

  @TestFactory
  Stream<DynamicTest> the_flow_is_what_happens() {
    Map<String, Stage> table = table();
    return Arrays.stream(Stage.values())
        .flatMap(from ->
            COMMANDS.stream()
                .map(command -> {
                  String name = from + " " + command.path();
                  Stage to = table.get(name);
                  return DynamicTest.dynamicTest(
                      name + " → " + (to == null ? "no" : to), () -> check(from, command, to));
                }));
  }

  private static void check(Stage from, CaseCommand command, @Nullable Stage to) {
    Case it = ACase.in(from);
    assertThat(ACase.file(it).stage()).isEqualTo(from);
    if (to != null) {
      List<CaseEvent> facts = it.decide(CASE, command);
      assertThat(facts.isEmpty()).isEqualTo(SILENT_EFFECT.contains(command.getClass()));
      assertThat(ACase.file(ACase.done(it, command)).stage()).isEqualTo(to);
    } else if (command instanceof CaseCommand.Silent) {
      assertThat(it.decide(CASE, command)).isEmpty();
      assertThat(ACase.file(ACase.done(it, command)).stage()).isEqualTo(from);
    } else {
      assertThatThrownBy(() -> it.decide(CASE, command))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.code()).isEqualTo("NEED-021"));
    }
  }

  @Test
  void a_case_that_was_not_opened_knows_nothing_but_being_opened() {
    for (CaseCommand command : COMMANDS) {
      Case unknown = new Case.Unknown();
      switch (command) {
        case CaseCommand.Open it -> {
          Flow.Step begin = FLOW.steps().getFirst();
          assertThat(begin.from() + " " + begin.step()).isEqualTo("null " + it.path());
          assertThat(ACase.file(ACase.done(unknown, it)).stage().name()).isEqualTo(begin.to());
        }
        case CaseCommand.Silent it -> assertThat(unknown.decide(CASE, it)).isEmpty();
        case CaseCommand.Asked it ->
            assertThatThrownBy(() -> unknown.decide(CASE, it)).isInstanceOf(NotFound.class);
      }
    }
  }

  private static Map<String, Stage> table() {
    return FLOW.steps().stream()
        .filter(it -> it.from() != null)
        .collect(Collectors.toMap(it -> it.from() + " " + it.step(), it -> Stage.valueOf(it.to())));
  }
}
