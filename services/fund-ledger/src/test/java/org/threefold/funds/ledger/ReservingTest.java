package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.NOON;
import static org.threefold.funds.ledger.Books.PROJECT;
import static org.threefold.funds.ledger.Books.TOWN;
import static org.threefold.funds.ledger.Books.commit;
import static org.threefold.funds.ledger.Books.reserve;
import static org.threefold.funds.ledger.Books.reserveTheStory;
import static org.threefold.funds.ledger.Books.sign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReleaseCause;
import org.threefold.events.ReservationId;
import org.threefold.funds.ledger.Funding.Status;

/** Holding, promising and giving back, and every rule that says no to a plan. */
class ReservingTest {

  private static final ReservationId RESERVATION = new ReservationId("R-" + PROJECT + "-1");
  private static final Instant IN_30_DAYS = NOON.plus(Duration.ofDays(30));

  private final Books books = Books.ofTheStory();

  private static Plan.Line line(Purpose purpose, CostCode cost) {
    return new Plan.Line(GOVERNANCE, 100, purpose, cost);
  }

  @Test
  void all_lines_are_held_or_none() {
    assertThat(books.when(reserveTheStory()))
        .containsExactly(
            new FundsReserved(
                PROJECT,
                RESERVATION,
                1,
                List.of(new FundAmount(ELDERLY, 1_800_000), new FundAmount(GOVERNANCE, 1_200_000)),
                3_000_000,
                IN_30_DAYS),
            new FundBalanceChanged(ELDERLY, 5_000_000, 1_800_000, 0, 0, 0, 3_200_000),
            new FundBalanceChanged(GOVERNANCE, 2_000_000, 1_200_000, 0, 0, 0, 800_000));
  }

  @Test
  void one_short_line_rejects_all_and_says_what_is_there() {
    assertThat(books.when(reserve(1, Books.line(ELDERLY, 100), Books.line(GOVERNANCE, 2_000_001))))
        .containsExactly(
            new FundsReservationRejected(
                PROJECT,
                1,
                List.of(new LineFailure(GOVERNANCE, "FUND-006", 2_000_001, 2_000_000))));
    assertThat(books.balances(ELDERLY).heldFen()).isZero();
  }

  @Test
  void every_failing_line_is_named_with_every_rule_it_breaks() {
    var plan =
        new Plan(
            1,
            List.of(
                new Plan.Line(ELDERLY, 9_000_000, Purpose.SIGNAGE, CostCode.CASH_BENEFIT),
                Books.line(new FundId("F-NONE"), 100)),
            9_000_100,
            TOWN);
    assertThat(books.failures(reserve(plan)))
        .containsExactly("FUND-006", "FUND-010", "FUND-011", "FUND-007");
  }

  @ParameterizedTest
  @ValueSource(longs = {2_999_999, 3_000_001})
  void lines_must_add_up_to_the_budget(long total) {
    var lines = List.of(Books.line(ELDERLY, 1_800_000), Books.line(GOVERNANCE, 1_200_000));
    assertThat(books.failures(reserve(new Plan(1, lines, total, TOWN))))
        .containsExactly("FUND-003", "FUND-003");
  }

  @Test
  void lines_that_add_up_only_by_overflow_do_not() {
    var lines =
        List.of(Books.line(ELDERLY, Long.MAX_VALUE), Books.line(GOVERNANCE, Long.MAX_VALUE));
    assertThat(books.failures(reserve(new Plan(1, lines, -2, TOWN))))
        .contains("FUND-003", "FUND-006");
  }

  @Test
  void a_plan_without_lines_is_no_plan() {
    assertThat(books.failures(reserve(new Plan(1, List.of(), 0, TOWN))))
        .containsExactly("FUND-003");
  }

  @Test
  void a_line_asks_for_something() {
    assertThat(books.failures(reserve(1, Books.line(ELDERLY, 0)))).containsExactly("FUND-001");
    assertThat(books.failures(reserve(2, Books.line(ELDERLY, -1)))).containsExactly("FUND-001");
    assertThat(books.failures(reserve(3, Books.line(ELDERLY, 1)))).isEmpty();
  }

  @Test
  void a_fund_stands_in_a_plan_once() {
    assertThat(books.failures(reserve(1, Books.line(ELDERLY, 1), Books.line(ELDERLY, 2))))
        .containsExactly("FUND-005");
  }

  @Test
  void a_frozen_fund_gives_nothing() {
    books.book.after(new Change.Frozen(ELDERLY, "county order"));
    assertThat(books.failures(reserve(1, Books.line(ELDERLY, 1)))).containsExactly("FUND-007");
  }

  @Test
  void budget_money_is_held_in_its_own_year_only() {
    Plan plan = reserve(1, Books.line(ELDERLY, 1)).plan();
    // 00:30 on New Year's Day in the county, still the old year in UTC.
    Instant newYear = Instant.parse("2026-12-31T16:30:00Z");
    assertThat(
            books.failures(
                new FundingCommand.Reserve(PROJECT, plan, List.of(ClientGroup.ELDER), newYear)))
        .containsExactly("FUND-007");
  }

  @Test
  void given_money_does_not_lapse() {
    FundId gift = new FundId("F-2026-DONATION-01");
    books.when(Books.open(FundType.DONATION, gift, List.of(Purpose.SERVICE_PROJECT), null));
    assertThat(books.book.get(gift).isInYear(Instant.parse("2028-01-01T00:00:00Z"))).isTrue();
  }

  @Test
  void a_plan_must_be_newer_than_the_last() {
    assertThat(books.failures(reserve(2, Books.line(ELDERLY, 9_000_000))))
        .containsExactly("FUND-006");
    assertThat(books.failures(reserve(2, Books.line(ELDERLY, 1)))).containsExactly("FUND-008");
    assertThat(books.failures(reserve(1, Books.line(ELDERLY, 1)))).containsExactly("FUND-008");
    assertThat(books.failures(reserve(3, Books.line(ELDERLY, 1)))).isEmpty();
  }

  @Test
  void plans_are_counted_from_one() {
    assertThat(books.failures(reserve(0, Books.line(ELDERLY, 1)))).containsExactly("FUND-008");
    assertThat(books.book.find(PROJECT)).isEmpty();
  }

  @Test
  void a_second_plan_is_not_held_beside_the_first() {
    books.when(reserveTheStory());
    assertThat(books.failures(reserve(2, Books.line(ELDERLY, 1)))).containsExactly("FUND-008");
    assertThat(books.funding().plan().version()).isEqualTo(1);
    assertThat(books.balances(ELDERLY).heldFen()).isEqualTo(1_800_000);
  }

  @Test
  void the_same_plan_asked_for_again_is_answered_once() {
    assertThat(books.said(reserveTheStory())).hasSize(1);
    assertThat(books.said(reserveTheStory())).isEmpty();
    assertThat(books.balances(ELDERLY).heldFen()).isEqualTo(1_800_000);
  }

  @Test
  void money_for_elders_needs_an_elder() {
    Plan plan = reserve(1, Books.line(ELDERLY, 1)).plan();
    assertThat(
            books.failures(
                new FundingCommand.Reserve(PROJECT, plan, List.of(ClientGroup.CHILD), NOON)))
        .containsExactly("FUND-010");
    assertThat(
            books.failures(
                new FundingCommand.Reserve(
                    new ProjectId("P-2026-511523100-0002"),
                    plan,
                    List.of(ClientGroup.CHILD, ClientGroup.ELDER_ADVANCED),
                    NOON)))
        .isEmpty();
  }

  @Test
  void money_goes_to_its_purposes_only() {
    assertThat(books.failures(reserve(1, line(Purpose.ACTIVITY, CostCode.ACTIVITY))))
        .containsExactly("FUND-010");
    assertThat(books.failures(reserve(2, line(Purpose.SYSTEM_BUILDING, CostCode.ACTIVITY))))
        .isEmpty();
  }

  @Test
  void cash_never_goes_to_persons() {
    assertThat(books.failures(reserve(1, line(Purpose.SERVICE_PROJECT, CostCode.CASH_BENEFIT))))
        .containsExactly("FUND-011");
  }

  @Test
  void a_fund_pays_in_its_own_divisions_only() {
    FundId town = new FundId("F-TOWN");
    books.when(
        new FundCommand.OpenFund(
            town,
            "红桥镇",
            FundType.CA_GOVERNANCE,
            Books.CAB,
            2026,
            new DivisionCode("511523101"),
            null,
            null,
            null,
            null,
            Set.of()));
    assertThat(books.failures(reserve(1, Books.line(town, 1))))
        .containsExactly("FUND-006", "FUND-012");
  }

  @Test
  void signs_are_paid_by_money_for_signs() {
    assertThat(
            books.failures(
                reserve(1, new Plan.Line(ELDERLY, 1, Purpose.SERVICE_PROJECT, CostCode.SIGNAGE))))
        .containsExactly("FUND-012");
    assertThat(books.failures(reserve(2, line(Purpose.SIGNAGE, CostCode.SIGNAGE)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"HOSPITALITY", "VEHICLE", "BUILDING", "OVERSEAS_TRIP", "BONUS", "LABOUR_DISPATCH"})
  void some_costs_are_never_paid(CostCode cost) {
    assertThat(books.failures(reserve(1, line(Purpose.SERVICE_PROJECT, cost))))
        .containsExactly("FUND-013");
  }

  @Test
  void lottery_money_pays_no_overheads() {
    FundId lottery = new FundId("F-2026-WELFARE_LOTTERY-01");
    books.open(lottery, FundType.WELFARE_LOTTERY, 100);
    assertThat(
            books.failures(
                reserve(
                    1,
                    Books.line(GOVERNANCE, 90),
                    new Plan.Line(lottery, 10, Purpose.SERVICE_PROJECT, CostCode.MANAGEMENT))))
        .containsExactly("FUND-013");
    assertThat(books.failures(reserve(2, Books.line(lottery, 1)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MANAGEMENT, 10", "EVALUATION, 5"})
  void only_so_much_of_a_plan_goes_into_overheads(CostCode cost, long percent) {
    Plan.Line most = new Plan.Line(GOVERNANCE, percent, Purpose.SERVICE_PROJECT, cost);
    Plan.Line more = new Plan.Line(GOVERNANCE, percent + 1, Purpose.SERVICE_PROJECT, cost);
    assertThat(books.failures(reserve(1, Books.line(ELDERLY, 99 - percent), more)))
        .containsExactly("FUND-028");
    assertThat(books.failures(reserve(2, Books.line(ELDERLY, 100 - percent), most))).isEmpty();
  }

  @Test
  void why_a_line_fails_is_said_in_both_languages_with_what_is_missing() {
    books.when(reserve(1, Books.line(GOVERNANCE, 2_000_150)));
    assertThat(Explanation.of(books.funding().failures()))
        .containsExactly(
            new Explanation(
                GOVERNANCE,
                "FUND-006",
                2_000_150,
                2_000_000,
                "资金 F-2026-CA_GOVERNANCE-01：申请 20001.50 元，可用 20000.00 元，还差 1.50 元。",
                "Fund F-2026-CA_GOVERNANCE-01: 20001.50 yuan are asked for and 20000.00 yuan are"
                    + " available; 1.50 yuan are missing."));
  }

  @Test
  void approval_turns_the_hold_into_a_promise() {
    books.when(reserveTheStory());
    assertThat(books.when(commit(1)))
        .containsExactly(
            new FundsCommitted(PROJECT, RESERVATION, 3_000_000),
            new FundBalanceChanged(ELDERLY, 5_000_000, 0, 1_800_000, 0, 0, 3_200_000),
            new FundBalanceChanged(GOVERNANCE, 2_000_000, 0, 1_200_000, 0, 0, 800_000));
    assertThat(books.when(commit(1))).isEmpty();
  }

  @Test
  void approval_of_another_plan_promises_nothing() {
    assertThat(books.when(commit(1))).isEmpty();
    books.when(reserveTheStory());
    assertThat(books.when(commit(2))).isEmpty();
    assertThat(books.funding().status()).isEqualTo(Status.HELD);
  }

  @Test
  void approval_on_a_frozen_fund_gives_the_hold_back_and_says_why() {
    books.when(reserveTheStory());
    books.book.after(new Change.Frozen(ELDERLY, "county order"));
    assertThat(books.said(commit(1)))
        .containsExactly(
            new FundsReservationRejected(
                PROJECT, 1, List.of(new LineFailure(ELDERLY, "FUND-007", 1_800_000, 3_200_000))));
    assertThat(books.balances(GOVERNANCE).heldFen()).isZero();
    assertThat(books.book.due(IN_30_DAYS, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_held_goes_back(ReleaseCause cause) {
    books.when(reserveTheStory());
    var release = new FundingCommand.Release(PROJECT, null, cause);
    assertThat(books.said(release))
        .containsExactly(new FundsReservationReleased(PROJECT, RESERVATION, 3_000_000, cause));
    assertThat(books.balances(ELDERLY).availableFen()).isEqualTo(5_000_000);
    assertThat(books.when(release)).isEmpty();
  }

  @Test
  void a_release_of_another_plan_gives_nothing_back() {
    books.when(reserveTheStory());
    assertThat(
            books.when(
                new FundingCommand.Release(
                    PROJECT, new ReservationId("R-other"), ReleaseCause.PROJECT_RETURNED)))
        .isEmpty();
  }

  @Test
  void what_is_promised_goes_back_until_there_is_a_contract() {
    var cancel = new FundingCommand.Release(PROJECT, null, ReleaseCause.PROJECT_CANCELLED);
    books.when(reserveTheStory());
    books.when(commit(1));
    assertThat(books.said(cancel)).hasSize(1);
    assertThat(books.balances(ELDERLY).committedFen()).isZero();

    books.when(reserve(2, Books.line(ELDERLY, 100)));
    books.when(commit(2));
    books.when(sign(100));
    assertThat(books.when(cancel)).isEmpty();
    assertThat(books.balances(ELDERLY).committedFen()).isEqualTo(100);
  }

  @Test
  void a_hold_runs_out_after_thirty_days_and_not_before() {
    books.when(reserveTheStory());
    assertThat(books.book.due(IN_30_DAYS.minusMillis(1), 10)).isEmpty();
    assertThat(books.when(new FundingCommand.ExpireHold(PROJECT, IN_30_DAYS.minusMillis(1))))
        .isEmpty();
    var due = books.book.due(IN_30_DAYS, 10);
    assertThat(due).hasSize(1);
    assertThat(books.said(due.getFirst().command()))
        .containsExactly(new FundsReservationExpired(PROJECT, RESERVATION, 3_000_000));
    assertThat(books.balances(ELDERLY).availableFen()).isEqualTo(5_000_000);
    assertThat(books.book.due(IN_30_DAYS, 10)).isEmpty();
  }

  @Test
  void approval_after_the_hold_ran_out_renews_it_if_the_money_is_there() {
    books.when(reserveTheStory());
    books.when(new FundingCommand.ExpireHold(PROJECT, IN_30_DAYS));
    assertThat(books.said(new FundingCommand.Commit(PROJECT, RESERVATION, IN_30_DAYS)))
        .hasExactlyElementsOfTypes(FundsReserved.class, FundsCommitted.class);
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 1_800_000, 0, 0, 3_200_000));
    assertThat(books.book.due(IN_30_DAYS.plus(Duration.ofDays(99)), 10)).isEmpty();
  }

  @Test
  void approval_after_the_hold_ran_out_is_rejected_if_the_money_is_gone() {
    books.when(reserveTheStory());
    books.when(new FundingCommand.ExpireHold(PROJECT, IN_30_DAYS));
    books.when(
        new FundingCommand.Reserve(
            new ProjectId("P-2026-511523100-0002"),
            new Plan(1, List.of(Books.line(GOVERNANCE, 900_000)), 900_000, TOWN),
            List.of(),
            NOON));
    assertThat(books.said(new FundingCommand.Commit(PROJECT, RESERVATION, IN_30_DAYS)))
        .containsExactly(
            new FundsReservationRejected(
                PROJECT,
                1,
                List.of(new LineFailure(GOVERNANCE, "FUND-006", 1_200_000, 1_100_000))));
    assertThat(books.balances(ELDERLY).committedFen()).isZero();
    assertThat(books.said(new FundingCommand.Commit(PROJECT, RESERVATION, IN_30_DAYS))).isEmpty();
  }

  @Test
  void approval_in_the_new_year_renews_no_hold_on_money_of_the_old() {
    Instant newYear = Instant.parse("2026-12-31T16:00:00Z");
    held(1);
    books.when(
        new FundingCommand.Commit(
            PROJECT, Funding.reservationOf(PROJECT, 1), newYear.minusSeconds(1)));
    assertThat(books.funding().status()).isEqualTo(Status.COMMITTED);
    books.when(new FundingCommand.Release(PROJECT, null, ReleaseCause.PROJECT_CANCELLED));
    held(2);
    assertThat(
            books.said(
                new FundingCommand.Commit(PROJECT, Funding.reservationOf(PROJECT, 2), newYear)))
        .containsExactly(
            new FundsReservationRejected(
                PROJECT, 2, List.of(new LineFailure(ELDERLY, "FUND-007", 100, 5_000_000))));
  }

  /** Held at noon, and run out since. */
  private void held(int version) {
    books.when(reserve(version, Books.line(ELDERLY, 100)));
    books.when(new FundingCommand.ExpireHold(PROJECT, NOON.plus(Duration.ofDays(30))));
    assertThat(books.funding().status()).isEqualTo(Status.EXPIRED);
  }
}
