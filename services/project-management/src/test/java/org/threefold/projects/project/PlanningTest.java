package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.CAB;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.FIRST_DAY;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.ITEM;
import static org.threefold.projects.project.Story.LAST_DAY;
import static org.threefold.projects.project.Story.LINES;
import static org.threefold.projects.project.Story.MILESTONES;
import static org.threefold.projects.project.Story.NEEDS;
import static org.threefold.projects.project.Story.NOON;
import static org.threefold.projects.project.Story.OWNER;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.after;
import static org.threefold.projects.project.Story.asked;
import static org.threefold.projects.project.Story.designed;
import static org.threefold.projects.project.Story.given;
import static org.threefold.projects.project.Story.need;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.GovernanceField;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectFundingFailed;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.projects.project.ProjectCommand.BundleNeeds;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.Design;
import org.threefold.projects.project.ProjectCommand.Initiate;
import org.threefold.projects.project.ProjectCommand.RequestFunding;
import org.threefold.projects.project.ProjectCommand.Start;

class PlanningTest {

  private static final BudgetLine STAFF = new BudgetLine(CostCode.PERSONNEL_SERVICE, 90);

  @Test
  void an_open_unit_starts_a_project_for_a_listed_item() {
    given()
        .when(asked(initiate(GovernanceField.ELDERLY_CARE, true, true, true, null)))
        .then(INITIATED);
  }

  @Test
  void a_project_needs_a_field_of_governance() {
    given().when(asked(initiate(null, true, true, true, null))).thenRefused("PROJ-002");
  }

  @Test
  void a_project_needs_an_open_unit_an_effective_guide_a_purchaser_and_a_usable_item() {
    var field = GovernanceField.ELDERLY_CARE;
    given().when(asked(initiate(field, false, true, true, null))).thenRefused("PROJ-008");
    given().when(asked(initiate(field, true, true, false, null))).thenRefused("PROJ-010");
    given().when(asked(initiate(field, true, false, true, null))).thenRefused("PROJ-016");
    given().when(asked(initiate(field, true, true, true, "PROJ-011"))).thenRefused("PROJ-011");
    given().when(asked(initiate(field, true, true, true, "PROJ-017"))).thenRefused("PROJ-017");
  }

  @Test
  void a_project_is_initiated_once() {
    given(INITIATED)
        .when(asked(initiate(GovernanceField.CIVILITY, true, true, true, null)))
        .thenRefused("PROJ-001");
  }

  @Test
  void title_and_basis_are_kept_but_not_said() {
    var command = initiate(GovernanceField.ELDERLY_CARE, true, true, true, null);
    Project kept = after(INITIATED).keep(command);
    assertThat(((Begun) kept).words().title()).isEqualTo("午餐与陪伴");
    assertThat(((Begun) kept).words().basis()).isEqualTo("入户调查 60 户");
    assertThat(INITIATED.toString()).doesNotContain("午餐", "入户");
  }

  @Test
  void needs_are_bundled_once_each() {
    given(INITIATED).when(asked(new BundleNeeds(NEEDS, List.of()))).then(BUNDLED);
    given(INITIATED, BUNDLED)
        .when(asked(new BundleNeeds(List.of(need(3), need(4), need(4)), List.of())))
        .then(new NeedsBundled(PROJECT, List.of(need(4))));
    given(INITIATED, BUNDLED).when(asked(new BundleNeeds(NEEDS, List.of()))).then();
  }

  @Test
  void a_need_of_another_project_is_refused() {
    given(INITIATED).when(asked(new BundleNeeds(NEEDS, List.of(need(2))))).thenRefused("PROJ-004");
  }

  @Test
  void needs_are_not_bundled_after_the_design() {
    given(INITIATED, BUNDLED, DESIGNED)
        .when(asked(new BundleNeeds(NEEDS, List.of())))
        .thenRefused("PROJ-001");
  }

  @Test
  void a_design_rests_on_needs_or_on_a_survey() {
    given(INITIATED, BUNDLED).when(asked(design(DESIGNED))).then(DESIGNED);
    given(INITIATED).when(asked(design(DESIGNED))).thenRefused("PROJ-003");
    Project surveyed =
        after(INITIATED).keep(initiate(GovernanceField.ELDERLY_CARE, true, true, true, null));
    assertThat(surveyed.decide(design(DESIGNED))).containsExactly(DESIGNED);
  }

  @Test
  void a_design_is_changed_until_money_is_asked_for() {
    given(INITIATED, BUNDLED, DESIGNED).when(asked(design(DESIGNED))).then(DESIGNED);
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED)
        .when(asked(design(DESIGNED)))
        .thenRefused("PROJ-001");
  }

  @Test
  void the_budget_is_the_sum_of_its_lines_and_more_than_nothing() {
    refused("PROJ-009", designed(91, List.of(STAFF), MILESTONES, FIRST_DAY, LAST_DAY));
    refused(
        "PROJ-009",
        designed(
            0, List.of(new BudgetLine(CostCode.ACTIVITY, 0)), MILESTONES, FIRST_DAY, LAST_DAY));
    allowed(designed(90, List.of(STAFF), MILESTONES, FIRST_DAY, LAST_DAY));
  }

  @Test
  void management_has_a_ceiling_and_some_costs_are_never_paid() {
    allowed(cost(CostCode.MANAGEMENT, 10));
    refused("PROJ-039", cost(CostCode.MANAGEMENT, 11));
    allowed(cost(CostCode.EVALUATION, 4));
    refused("PROJ-039", cost(CostCode.EVALUATION, 5));
    for (CostCode prohibited : Designing.PROHIBITED) {
      refused("PROJ-039", cost(prohibited, 1));
    }
  }

  @Test
  void weights_of_milestones_come_to_a_hundred() {
    refused("PROJ-005", milestones(new Milestone("M1", 90, LAST_DAY)));
    allowed(milestones(new Milestone("M1", 100, LAST_DAY)));
  }

  @Test
  void a_milestone_is_due_within_the_project() {
    refused("PROJ-006", milestones(new Milestone("M1", 100, LAST_DAY.plusDays(1))));
    refused("PROJ-006", milestones(new Milestone("M1", 100, FIRST_DAY.minusDays(1))));
  }

  @Test
  void nothing_stands_twice_and_nothing_is_missing() {
    refused("PROJ-049", milestones());
    refused(
        "PROJ-049",
        milestones(new Milestone("M1", 50, LAST_DAY), new Milestone("M1", 50, LAST_DAY)));
    refused("PROJ-049", designed(180, List.of(STAFF, STAFF), MILESTONES, FIRST_DAY, LAST_DAY));
    refused("PROJ-049", indicators());
    refused("PROJ-049", indicators(new Indicator("a", 1, "x"), new Indicator("a", 2, "x")));
  }

  @Test
  void a_project_ends_after_it_starts_and_within_thirty_six_months() {
    refused("PROJ-006", term(FIRST_DAY));
    refused("PROJ-006", term(FIRST_DAY.plusMonths(36).plusDays(1)));
    allowed(term(FIRST_DAY.plusMonths(36)));
  }

  @Test
  void a_fund_plan_comes_to_the_budget() {
    given(INITIATED, BUNDLED, DESIGNED)
        .when(asked(new RequestFunding(LINES, NOON)))
        .then(REQUESTED);
    given(INITIATED, BUNDLED, DESIGNED)
        .when(asked(new RequestFunding(LINES.subList(0, 1), NOON)))
        .thenRefused("PROJ-026");
  }

  @Test
  void each_plan_has_a_version_of_its_own() {
    var failed = new ProjectFundingFailed(PROJECT, 1, List.of("FUND-006"));
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED, failed)
        .when(asked(new RequestFunding(LINES, NOON)))
        .then(
            new ProjectFundingRequested(
                PROJECT, 2, LINES, 3_000_000, List.of(ClientGroup.ELDER), OWNER.division()));
  }

  @Test
  void money_is_not_asked_for_without_a_design_nor_twice() {
    given(INITIATED).when(asked(new RequestFunding(LINES, NOON))).thenRefused("PROJ-001");
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED)
        .when(asked(new RequestFunding(LINES, NOON)))
        .thenRefused("PROJ-001");
  }

  @Test
  void nothing_starts_without_approval() {
    given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED)
        .when(asked(new Start(2, 1, FIRST_DAY, null, null)))
        .thenRefused("PROJ-001");
    given().when(asked(new Cancel("nothing there"))).thenRefused("PROJ-001");
  }

  private static Initiate initiate(
      @Nullable GovernanceField field,
      boolean unitOpen,
      boolean purchaserKnown,
      boolean guideEffective,
      @Nullable String itemRefusal) {
    return new Initiate(
        PROJECT,
        OWNER,
        CAB,
        ITEM,
        field,
        "v1",
        "午餐与陪伴",
        "入户调查 60 户",
        unitOpen,
        purchaserKnown,
        guideEffective,
        itemRefusal);
  }

  private static Design design(ProjectDesigned designed) {
    return new Design(designed, List.of("吃上热饭"));
  }

  private static ProjectDesigned cost(CostCode cost, long fen) {
    return designed(
        90 + fen, List.of(STAFF, new BudgetLine(cost, fen)), MILESTONES, FIRST_DAY, LAST_DAY);
  }

  private static ProjectDesigned milestones(Milestone... milestones) {
    return designed(90, List.of(STAFF), List.of(milestones), FIRST_DAY, LAST_DAY);
  }

  private static ProjectDesigned term(LocalDate end) {
    return designed(90, List.of(STAFF), List.of(new Milestone("M1", 100, end)), FIRST_DAY, end);
  }

  private static ProjectDesigned indicators(Indicator... indicators) {
    return new ProjectDesigned(
        PROJECT,
        90,
        List.of(STAFF),
        List.of(indicators),
        MILESTONES,
        FIRST_DAY,
        LAST_DAY,
        List.of(ClientGroup.ELDER));
  }

  private static void refused(String code, ProjectDesigned designed) {
    given(INITIATED, BUNDLED).when(asked(design(designed))).thenRefused(code);
  }

  private static void allowed(ProjectDesigned designed) {
    given(INITIATED, BUNDLED).when(asked(design(designed))).then(designed);
  }
}
