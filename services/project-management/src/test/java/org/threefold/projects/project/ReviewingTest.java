package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.APPROVED;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.CONFLICTED;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.HELD;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.LINES;
import static org.threefold.projects.project.Story.NEEDS;
import static org.threefold.projects.project.Story.NOON;
import static org.threefold.projects.project.Story.OPERATOR;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.TODAY;
import static org.threefold.projects.project.Story.after;
import static org.threefold.projects.project.Story.asked;
import static org.threefold.projects.project.Story.given;
import static org.threefold.projects.project.Story.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectRejected;
import org.threefold.events.ProjectEvent.ProjectReturned;
import org.threefold.events.ProjectEvent.ProjectSubmittedForReview;
import org.threefold.projects.project.Panel.Vote;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.Reject;
import org.threefold.projects.project.ProjectCommand.RequestFunding;
import org.threefold.projects.project.ProjectCommand.Return;
import org.threefold.projects.project.ProjectCommand.SubmitForReview;
import org.threefold.testkit.Given;

class ReviewingTest {

  @Test
  void a_funded_project_goes_before_the_panel_while_the_money_is_held() {
    funded().when(asked(new SubmitForReview(TODAY, TODAY, null))).then(SUBMITTED);
    LocalDate lastDay = LocalDate.of(2026, 12, 22);
    funded().when(asked(submit(lastDay))).then(new ProjectSubmittedForReview(PROJECT, lastDay));
    funded().when(asked(submit(lastDay.plusDays(1)))).thenRefused("PROJ-029");
    funded().when(asked(submit(TODAY.minusDays(1)))).thenRefused("PROJ-006");
  }

  @Test
  void the_item_must_still_be_usable_on_the_day_of_the_review() {
    funded().when(asked(new SubmitForReview(TODAY, TODAY, "PROJ-017"))).thenRefused("PROJ-017");
  }

  @Test
  void a_project_without_money_is_not_submitted() {
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED)
        .when(asked(submit(TODAY)))
        .thenRefused("PROJ-001");
  }

  @Test
  void a_panel_of_three_approves_with_a_mean_of_two_decimals() {
    reviewed().when(asked(approve(panel(80, 82, 84)))).then(APPROVED);
    reviewed()
        .when(asked(approve(panel(70, 70, 71))))
        .then(new ProjectApproved(PROJECT, HELD, 3, new BigDecimal("70.33")));
  }

  @Test
  void a_panel_is_odd_and_has_at_least_three_different_members() {
    reviewed().when(asked(approve(panel(90, 90)))).thenRefused("PROJ-024");
    reviewed().when(asked(approve(panel(90, 90, 90, 90)))).thenRefused("PROJ-024");
    var same = new Vote("M-1", "CAB", 90, true);
    reviewed().when(asked(approve(new Panel(List.of(same, same, same))))).thenRefused("PROJ-024");
  }

  @Test
  void nobody_judges_who_works_for_the_operator_of_the_unit() {
    reviewed().when(asked(approve(conflicted()))).thenRefused("PROJ-021");
    reviewed().when(asked(new Return(conflicted(), CONFLICTED, "太贵"))).thenRefused("PROJ-021");
    reviewed().when(asked(new Reject(conflicted(), CONFLICTED, "不需要"))).thenRefused("PROJ-021");
  }

  @Test
  void an_approval_needs_a_mean_of_seventy_and_a_majority() {
    reviewed().when(asked(approve(panel(69, 70, 70)))).thenRefused("PROJ-028");
    reviewed()
        .when(asked(approve(panel(70, 70, 70))))
        .then(new ProjectApproved(PROJECT, HELD, 3, new BigDecimal("70.00")));
    var split =
        new Panel(
            List.of(
                new Vote("M-1", "CAB", 100, true),
                new Vote("M-2", "PUB", 100, false),
                new Vote("M-3", "FIN", 100, false)));
    reviewed().when(asked(approve(split))).thenRefused("PROJ-028");
  }

  @Test
  void a_returned_project_is_designed_again_and_asks_again() {
    var returned = new ProjectReturned(PROJECT, HELD, 3);
    reviewed().when(asked(new Return(panel(60, 60, 60), CONFLICTED, "请压缩预算"))).then(returned);
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, returned)
        .when(asked(new RequestFunding(LINES, NOON)))
        .then(
            new ProjectFundingRequested(
                PROJECT, 2, LINES, 3_000_000, REQUESTED.groups(), REQUESTED.division()));
  }

  @Test
  void a_rejected_project_is_over_and_names_its_needs() {
    var rejected = new ProjectRejected(PROJECT, HELD, 3, NEEDS);
    reviewed().when(asked(new Reject(panel(50, 50, 50), CONFLICTED, "不可行"))).then(rejected);
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, rejected)
        .when(asked(new Cancel("too late")))
        .thenRefused("PROJ-001");
  }

  @Test
  void words_and_panel_are_kept() {
    Project returned =
        after(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED)
            .after(new ProjectReturned(PROJECT, HELD, 3))
            .keep(new Return(panel(60, 60, 60), CONFLICTED, "请压缩预算"));
    assertThat(((Begun) returned).words().reason()).isEqualTo("请压缩预算");
    Project approved =
        after(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED)
            .keep(approve(panel(80, 82, 84)));
    assertThat(((Begun) approved).review().panel()).isEqualTo(panel(80, 82, 84));
    assertThat(((Begun) approved).review().mean()).isEqualTo("82.00");
  }

  private static Given<Project, OfProject> funded() {
    return given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED);
  }

  private static Given<Project, OfProject> reviewed() {
    return given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED);
  }

  private static SubmitForReview submit(LocalDate on) {
    return new SubmitForReview(on, TODAY, null);
  }

  private static Approve approve(Panel panel) {
    return new Approve(panel, CONFLICTED);
  }

  private static Panel conflicted() {
    return new Panel(
        List.of(
            new Vote("M-1", "CAB", 90, true),
            new Vote("M-2", "PUB", 90, true),
            new Vote("M-3", OPERATOR.value(), 90, true)));
  }
}
