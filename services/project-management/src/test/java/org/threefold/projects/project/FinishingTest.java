package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.APPROVED;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.CLAIMED;
import static org.threefold.projects.project.Story.CONTRACTED;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.FIRST_DAY;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.LAST_DAY;
import static org.threefold.projects.project.Story.M1;
import static org.threefold.projects.project.Story.M2;
import static org.threefold.projects.project.Story.M3;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SELECTED;
import static org.threefold.projects.project.Story.STARTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.asked;
import static org.threefold.projects.project.Story.given;
import static org.threefold.projects.project.Story.need;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.EvaluationId;
import org.threefold.events.Grade;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectClosed;
import org.threefold.events.ProjectEvent.ProjectEvaluated;
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.events.ServiceMethod;
import org.threefold.projects.project.ProjectCommand.Close;
import org.threefold.projects.project.ProjectCommand.Output;
import org.threefold.projects.project.ProjectCommand.PassAcceptance;
import org.threefold.testkit.Given;

class FinishingTest {

  private static final AcceptancePassed PASSED = new AcceptancePassed(PROJECT, 1);
  private static final ProjectEvaluated EVALUATED =
      new ProjectEvaluated(PROJECT, new EvaluationId("E-1"), new BigDecimal("83.65"), Grade.GOOD);

  @Test
  void work_is_accepted_that_reached_eighty_percent_of_each_target() {
    claimed(8).when(asked(outputs(16L, null))).then(PASSED);
    claimed(8).when(asked(outputs(15L, null))).thenRefused("PROJ-046");
    claimed(7).when(asked(outputs(16L, null))).thenRefused("PROJ-046");
  }

  @Test
  void less_is_accepted_with_a_reason() {
    claimed(8).when(asked(outputs(2L, "搬迁"))).then(PASSED);
    claimed(7)
        .when(
            asked(
                new PassAcceptance(
                    List.of(new Output("homes", 20L, null), new Output("sessions", null, "停电")))))
        .then(PASSED);
  }

  @Test
  void each_indicator_is_given_once_unless_it_is_counted() {
    claimed(8).when(asked(new PassAcceptance(List.of()))).thenRefused("PROJ-047");
    claimed(8)
        .when(
            asked(
                new PassAcceptance(
                    List.of(new Output("homes", 20L, null), new Output("sessions", 10L, null)))))
        .thenRefused("PROJ-047");
    claimed(8)
        .when(
            asked(
                new PassAcceptance(
                    List.of(new Output("homes", 20L, null), new Output("homes", 20L, null)))))
        .thenRefused("PROJ-047");
    claimed(8)
        .when(
            asked(
                new PassAcceptance(
                    List.of(new Output("homes", 20L, null), new Output("trees", 1L, null)))))
        .thenRefused("PROJ-047");
  }

  @Test
  void a_project_is_closed_when_all_is_answered_filed_and_settled() {
    evaluated()
        .when(asked(new Close(LAST_DAY, List.of(), 100, true)))
        .then(new ProjectClosed(PROJECT, LAST_DAY));
    evaluated().when(asked(new Close(LAST_DAY, openNeeds(), 100, true))).thenRefused("PROJ-051");
    evaluated().when(asked(new Close(LAST_DAY, List.of(), 95, true))).thenRefused("PROJ-052");
    evaluated().when(asked(new Close(LAST_DAY, List.of(), 100, false))).thenRefused("PROJ-053");
  }

  @Test
  void a_project_is_not_closed_before_it_is_evaluated() {
    given(all(claimedFacts(8), PASSED))
        .when(asked(new Close(LAST_DAY, List.of(), 100, true)))
        .thenRefused("PROJ-001");
  }

  @Test
  void outcome_and_day_are_remembered() {
    Project project =
        Story.after(all(claimedFacts(8), PASSED, EVALUATED, new ProjectClosed(PROJECT, LAST_DAY)));
    assertThat(((Begun) project).outcome().grade()).isEqualTo(Grade.GOOD);
    assertThat(((Begun) project).outcome().closedOn()).isEqualTo(LAST_DAY);
    assertThat(((Begun) project).status()).isEqualTo(Status.CLOSED);
  }

  private static List<NeedId> openNeeds() {
    return List.of(need(2));
  }

  private static PassAcceptance outputs(long homes, @Nullable String reason) {
    return new PassAcceptance(List.of(new Output("homes", homes, reason)));
  }

  private static Given<Project, OfProject> claimed(int sessions) {
    return given(claimedFacts(sessions).toArray(OfProject[]::new));
  }

  private static Given<Project, OfProject> evaluated() {
    return given(all(claimedFacts(8), PASSED, EVALUATED));
  }

  private static OfProject[] all(List<OfProject> facts, OfProject... more) {
    List<OfProject> all = new ArrayList<>(facts);
    all.addAll(List.of(more));
    return all.toArray(OfProject[]::new);
  }

  private static List<OfProject> claimedFacts(int sessions) {
    List<OfProject> facts =
        new ArrayList<>(
            List.of(
                INITIATED,
                BUNDLED,
                DESIGNED,
                REQUESTED,
                FUNDED,
                SUBMITTED,
                APPROVED,
                SELECTED,
                CONTRACTED,
                STARTED));
    IntStream.rangeClosed(1, sessions)
        .mapToObj(i ->
            new ServiceSessionHeld(
                PROJECT, String.format("S-%04d", i), FIRST_DAY, ServiceMethod.GROUP, 30, 31, 90, 2))
        .forEach(facts::add);
    facts.addAll(List.of(M1, M2, M3, CLAIMED));
    return facts;
  }
}
