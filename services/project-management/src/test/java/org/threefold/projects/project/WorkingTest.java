package org.threefold.projects.project;

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
import static org.threefold.projects.project.Story.NEEDS;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SELECTED;
import static org.threefold.projects.project.Story.STARTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.asked;
import static org.threefold.projects.project.Story.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.events.ServiceMethod;
import org.threefold.projects.project.ProjectCommand.ClaimCompletion;
import org.threefold.projects.project.ProjectCommand.ReachMilestone;
import org.threefold.projects.project.ProjectCommand.RecordSession;
import org.threefold.projects.project.ProjectCommand.Start;
import org.threefold.testkit.Given;

class WorkingTest {

  @Test
  void work_begins_with_a_certified_worker() {
    contracted().when(asked(new Start(4, 2, FIRST_DAY, null, null))).then(STARTED);
    contracted().when(asked(new Start(4, 0, FIRST_DAY, null, null))).thenRefused("PROJ-023");
    contracted().when(asked(new Start(1, 2, FIRST_DAY, null, null))).thenRefused("PROJ-023");
  }

  @Test
  void work_does_not_begin_by_a_barred_undertaker() {
    contracted().when(asked(new Start(4, 2, FIRST_DAY, null, LAST_DAY))).thenRefused("PROJ-035");
  }

  @Test
  void work_does_not_begin_long_after_the_contract_without_an_evaluation_plan() {
    contracted()
        .when(asked(new Start(1, 1, FIRST_DAY, FIRST_DAY, null)))
        .then(new ProjectStarted(PROJECT, NEEDS, 1, 1));
    contracted()
        .when(asked(new Start(1, 1, FIRST_DAY.plusDays(1), FIRST_DAY, null)))
        .thenRefused("PROJ-038");
  }

  @Test
  void sessions_are_numbered_and_counted() {
    started().when(asked(session(40, 45, FIRST_DAY))).then(held("S-0001"));
    started(held("S-0001")).when(asked(session(40, 45, FIRST_DAY))).then(held("S-0002"));
  }

  @Test
  void attendances_are_not_fewer_than_heads() {
    started().when(asked(session(40, 30, FIRST_DAY))).thenRefused("PROJ-040");
    started()
        .when(asked(session(0, 0, FIRST_DAY)))
        .then(
            new ServiceSessionHeld(PROJECT, "S-0001", FIRST_DAY, ServiceMethod.GROUP, 0, 0, 90, 3));
  }

  @Test
  void a_session_lies_within_the_contract_and_not_in_the_future() {
    started().when(asked(session(1, 1, FIRST_DAY.minusDays(1)))).thenRefused("PROJ-042");
    started()
        .when(
            asked(
                new RecordSession(
                    LAST_DAY.plusDays(1), ServiceMethod.GROUP, 1, 1, 90, 3, LAST_DAY.plusDays(2))))
        .thenRefused("PROJ-042");
    started().when(asked(session(1, 1, FIRST_DAY.plusDays(1)))).thenRefused("PROJ-042");
  }

  @Test
  void a_milestone_is_reached_once_with_evidence() {
    started().when(asked(new ReachMilestone("M1", 1))).then(M1);
    started(M1).when(asked(new ReachMilestone("M2", 2))).then(M2);
    started().when(asked(new ReachMilestone("M1", 0))).thenRefused("PROJ-044");
    started().when(asked(new ReachMilestone("M9", 1))).thenRefused("PROJ-043");
    started(M1).when(asked(new ReachMilestone("M1", 1))).thenRefused("PROJ-043");
  }

  @Test
  void the_work_is_done_when_every_milestone_is_reached() {
    started(M1, M2, M3).when(asked(new ClaimCompletion(138))).then(CLAIMED);
    started(M1, M3).when(asked(new ClaimCompletion(138))).thenRefused("PROJ-045");
  }

  @Test
  void nothing_is_recorded_before_the_start_nor_after_the_end() {
    contracted().when(asked(session(1, 1, FIRST_DAY))).thenRefused("PROJ-001");
    started(M1, M2, M3, CLAIMED).when(asked(session(1, 1, FIRST_DAY))).thenRefused("PROJ-001");
  }

  private static Given<Project, OfProject> contracted() {
    return given(
        INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED, SELECTED, CONTRACTED);
  }

  private static Given<Project, OfProject> started(OfProject... more) {
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
    facts.addAll(List.of(more));
    return given(facts.toArray(OfProject[]::new));
  }

  private static RecordSession session(int persons, int personTimes, LocalDate date) {
    return new RecordSession(date, ServiceMethod.GROUP, persons, personTimes, 90, 3, FIRST_DAY);
  }

  private static ServiceSessionHeld held(String session) {
    return new ServiceSessionHeld(PROJECT, session, FIRST_DAY, ServiceMethod.GROUP, 40, 45, 90, 3);
  }
}
