package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.APPROVED;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.CONTRACTED;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.FIRST_DAY;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.HELD;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.LAST_DAY;
import static org.threefold.projects.project.Story.NEEDS;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SELECTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.TODAY;
import static org.threefold.projects.project.Story.UNDERTAKER;
import static org.threefold.projects.project.Story.after;
import static org.threefold.projects.project.Story.asked;
import static org.threefold.projects.project.Story.given;
import static org.threefold.projects.project.Story.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.ContractId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectTerminated;
import org.threefold.events.ProjectEvent.UndertakerSelected;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReservationId;
import org.threefold.events.TerminationCause;
import org.threefold.projects.project.Panel.Vote;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.SelectUndertaker;
import org.threefold.projects.project.ProjectCommand.SignContract;
import org.threefold.projects.project.ProjectCommand.Terminate;
import org.threefold.testkit.Given;

class PurchasingTest {

  private static final PurchaseMethod METHOD = PurchaseMethod.COMPETITIVE_CONSULTATION;

  @Test
  void the_purchaser_selects_a_known_undertaker_and_may_think_again() {
    approved().when(asked(select(METHOD, null, true, null))).then(SELECTED);
    selected()
        .when(
            asked(
                new SelectUndertaker(
                    new OperatorId("OP-2"), PurchaseMethod.OPEN_TENDER, null, true, null)))
        .then(new UndertakerSelected(PROJECT, new OperatorId("OP-2"), PurchaseMethod.OPEN_TENDER));
  }

  @Test
  void an_unknown_or_barred_undertaker_is_refused() {
    approved().when(asked(select(METHOD, null, false, null))).thenRefused("PROJ-034");
    approved().when(asked(select(METHOD, null, true, TODAY))).thenRefused("PROJ-035");
  }

  @Test
  void single_source_needs_a_reason() {
    var single = PurchaseMethod.SINGLE_SOURCE;
    approved().when(asked(select(single, null, true, null))).thenRefused("PROJ-022");
    approved().when(asked(select(single, "  ", true, null))).thenRefused("PROJ-022");
    approved()
        .when(asked(select(single, "唯一一家", true, null)))
        .then(new UndertakerSelected(PROJECT, UNDERTAKER, single));
  }

  @Test
  void who_employs_a_member_of_the_panel_does_not_get_the_work() {
    var members =
        new Panel(
            List.of(
                new Vote("M-1", "CAB", 82, true),
                new Vote("M-2", "PUB", 82, true),
                new Vote("M-3", UNDERTAKER.value(), 82, true)));
    Project kept =
        after(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED)
            .keep(new Approve(members, Set.of()));
    Assertions.assertThatThrownBy(() -> kept.decide(select(METHOD, null, true, null)))
        .hasMessageContaining("PROJ-021");
    Project other =
        after(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED)
            .keep(new Approve(panel(82, 82, 82), Set.of()));
    assertThat(other.decide(select(METHOD, null, true, null))).containsExactly(SELECTED);
  }

  @Test
  void the_contract_is_signed_when_the_money_is_committed() {
    selected().when(asked(sign(HELD, LAST_DAY, false, false, null))).then(CONTRACTED);
    selected().when(asked(sign(null, LAST_DAY, false, false, null))).thenRefused("PROJ-027");
    selected()
        .when(asked(sign(new ReservationId("R-0"), LAST_DAY, false, false, null)))
        .thenRefused("PROJ-027");
  }

  @Test
  void no_contract_without_an_undertaker_or_with_a_barred_one() {
    approved().when(asked(sign(HELD, LAST_DAY, false, false, null))).thenRefused("PROJ-001");
    selected().when(asked(sign(HELD, LAST_DAY, false, false, TODAY))).thenRefused("PROJ-035");
  }

  @Test
  void no_subcontracting() {
    selected().when(asked(sign(HELD, LAST_DAY, false, true, null))).thenRefused("PROJ-036");
  }

  @Test
  void more_than_twelve_months_are_justified_and_more_than_thirty_six_impossible() {
    LocalDate late = FIRST_DAY.plusMonths(12).plusDays(1);
    selected().when(asked(sign(HELD, late, false, false, null))).thenRefused("PROJ-048");
    selected().when(asked(sign(HELD, late, true, false, null))).then(until(late));
    selected()
        .when(asked(sign(HELD, FIRST_DAY.plusMonths(12), false, false, null)))
        .then(until(FIRST_DAY.plusMonths(12)));
    LocalDate tooLate = FIRST_DAY.plusMonths(36).plusDays(1);
    selected().when(asked(sign(HELD, tooLate, true, false, null))).thenRefused("PROJ-006");
    selected().when(asked(sign(HELD, FIRST_DAY, true, false, null))).thenRefused("PROJ-006");
  }

  @Test
  void no_milestone_is_due_after_the_contract() {
    selected()
        .when(asked(sign(HELD, LAST_DAY.minusDays(1), false, false, null)))
        .thenRefused("PROJ-006");
  }

  @Test
  void the_contract_costs_no_more_than_the_budget() {
    selected().when(asked(signFor(3_000_001))).thenRefused("PROJ-037");
    selected().when(asked(signFor(0))).thenRefused("PROJ-037");
    selected().when(asked(signFor(3_000_000))).then(CONTRACTED);
  }

  @Test
  void after_the_contract_a_project_is_not_cancelled() {
    given(
            INITIATED,
            BUNDLED,
            DESIGNED,
            REQUESTED,
            FUNDED,
            SUBMITTED,
            APPROVED,
            SELECTED,
            CONTRACTED)
        .when(asked(new Cancel("改主意了")))
        .thenRefused("PROJ-001");
  }

  @Test
  void after_the_contract_a_project_is_terminated_instead_and_before_it_is_not() {
    var terminate = new Terminate(TerminationCause.PURCHASER_WITHDRAWS, "另有安排");
    given(
            INITIATED,
            BUNDLED,
            DESIGNED,
            REQUESTED,
            FUNDED,
            SUBMITTED,
            APPROVED,
            SELECTED,
            CONTRACTED)
        .when(asked(terminate))
        .then(new ProjectTerminated(PROJECT, NEEDS, TerminationCause.PURCHASER_WITHDRAWS));
    approved().when(asked(terminate)).thenRefused("PROJ-001");
  }

  private static Given<Project, OfProject> approved() {
    return given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED);
  }

  private static Given<Project, OfProject> selected() {
    return given(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED, SELECTED);
  }

  private static SelectUndertaker select(
      PurchaseMethod method,
      @Nullable String reason,
      boolean registered,
      @Nullable LocalDate barred) {
    return new SelectUndertaker(UNDERTAKER, method, reason, registered, barred);
  }

  private static SignContract sign(
      @Nullable ReservationId committed,
      LocalDate end,
      boolean justified,
      boolean subcontract,
      @Nullable LocalDate barred) {
    return new SignContract(
        new ContractId("PC-2026-0001"),
        null,
        FIRST_DAY,
        end,
        justified,
        subcontract,
        TODAY,
        committed,
        barred);
  }

  private static SignContract signFor(long fen) {
    return new SignContract(
        new ContractId("PC-2026-0001"), fen, FIRST_DAY, LAST_DAY, false, false, TODAY, HELD, null);
  }

  private static ProjectContracted until(LocalDate end) {
    return new ProjectContracted(
        PROJECT,
        CONTRACTED.contract(),
        UNDERTAKER,
        CONTRACTED.purchaser(),
        CONTRACTED.amountFen(),
        FIRST_DAY,
        end,
        CONTRACTED.milestones());
  }
}
