package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.CAB;
import static org.threefold.funds.ledger.Books.COUNTY;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.NOON;
import static org.threefold.funds.ledger.Books.TOWN;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.NotFound;
import org.threefold.access.Role;
import org.threefold.events.CostCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FeeCollected;
import org.threefold.events.FundEvent.FeeRefunded;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.Purpose;

/** What users of low-fee programmes pay, and what becomes of it. */
class ChargingTest {

  private static final FundId FEES = new FundId("F-2026-FEE-01");
  private static final ProgrammeId KITCHEN = new ProgrammeId("LF-02");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private final Books books = Books.ofTheStory();

  private static FundCommand.OpenFund open(
      FundId id, FundType type, @Nullable ProgrammeId programme) {
    return new FundCommand.OpenFund(
        id, "老年厨房", type, CAB, 2026, TOWN, null, null, null, null, Set.of(), programme);
  }

  private void learn(ProgrammeState state) {
    books.when(new FeeCommand.LearnProgramme(KITCHEN, state, null));
  }

  private static FeeCommand.CollectFee collect(long fen, String ref) {
    return new FeeCommand.CollectFee(FEES, fen, 12, TODAY, ref, NOON);
  }

  private static FeeCommand.RefundFee refund(long fen, String ref) {
    return new FeeCommand.RefundFee(FEES, fen, ref);
  }

  @BeforeEach
  void a_kitchen_runs_and_has_a_fund() {
    books.when(open(FEES, FundType.FEE, KITCHEN));
    learn(ProgrammeState.RUNNING);
  }

  @Test
  void only_a_fund_of_fees_belongs_to_a_programme_and_a_programme_has_one() {
    FundId other = new FundId("F-2026-FEE-02");
    assertThat(books.refused(open(other, FundType.FEE, KITCHEN))).isEqualTo("FUND-051");
    assertThat(books.refused(open(other, FundType.CA_ELDERLY, new ProgrammeId("LF-01"))))
        .isEqualTo("FUND-050");
    assertThat(books.said(open(other, FundType.FEE, new ProgrammeId("LF-01")))).hasSize(1);
  }

  @Test
  void what_users_pay_is_available() {
    assertThat(books.when(collect(600, "SF-1")))
        .containsExactly(
            new FeeCollected(FEES, KITCHEN, 600, 12, TODAY, "SF-1"),
            new FundBalanceChanged(FEES, 600, 0, 0, 0, 0, 600));
  }

  @Test
  void a_fund_without_a_programme_collects_nothing() {
    FundId other = new FundId("F-2026-FEE-02");
    books.open(other, FundType.FEE, 100);
    assertThat(books.refused(new FeeCommand.CollectFee(other, 1, 1, TODAY, "SF-1", NOON)))
        .isEqualTo("FUND-052");
    assertThat(books.refused(new FeeCommand.RefundFee(other, 1, "receipt-1")))
        .isEqualTo("FUND-052");
    assertThatThrownBy(() ->
            books.when(new FeeCommand.CollectFee(new FundId("F-NONE"), 1, 1, TODAY, "SF-1", NOON)))
        .isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @EnumSource(names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
  void a_programme_that_does_not_run_collects_nothing(ProgrammeState state) {
    learn(state);
    assertThat(books.refused(collect(600, "SF-1"))).isEqualTo("FUND-053");
    learn(ProgrammeState.RUNNING);
    assertThat(books.said(collect(600, "SF-1"))).hasSize(1);
  }

  @Test
  void a_programme_that_was_never_heard_of_collects_nothing() {
    FundId other = new FundId("F-2026-FEE-02");
    books.when(open(other, FundType.FEE, new ProgrammeId("LF-01")));
    assertThat(books.refused(new FeeCommand.CollectFee(other, 1, 1, TODAY, "SF-1", NOON)))
        .isEqualTo("FUND-053");
  }

  @Test
  void what_is_heard_of_a_programme_twice_changes_nothing() {
    assertThat(
            books
                .book
                .decide(
                    new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, null),
                    books.accounts)
                .changes())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void a_fee_is_something_and_so_is_a_refund(long fen) {
    books.when(collect(600, "SF-1"));
    assertThat(books.refused(collect(fen, "SF-2"))).isEqualTo("FUND-001");
    assertThat(books.refused(collect(Long.MAX_VALUE, "SF-2"))).isEqualTo("FUND-001");
    assertThat(books.refused(refund(fen, "SF-1"))).isEqualTo("FUND-001");
  }

  @Test
  void fees_are_for_some_use_and_not_of_tomorrow() {
    assertThat(books.refused(new FeeCommand.CollectFee(FEES, 600, 0, TODAY, "SF-1", NOON)))
        .isEqualTo("FUND-054");
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(books.refused(new FeeCommand.CollectFee(FEES, 600, 1, tomorrow, "SF-1", NOON)))
        .isEqualTo("FUND-054");
    // In the county the day begins eight hours earlier.
    Instant midnight = Instant.parse("2026-11-23T16:00:00Z");
    assertThat(books.said(new FeeCommand.CollectFee(FEES, 600, 1, tomorrow, "SF-1", midnight)))
        .hasSize(1);
  }

  @Test
  void users_pay_no_more_than_the_tariff_for_each_use() {
    books.when(new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, 50L));
    assertThat(books.refused(collect(601, "SF-1"))).isEqualTo("FUND-056");
    assertThat(books.refused(collect(Draft.MOST_FEN, "SF-1"))).isEqualTo("FUND-056");
    assertThat(books.said(collect(600, "SF-1"))).hasSize(1);
    books.when(new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, Long.MAX_VALUE));
    assertThat(books.said(collect(601, "SF-2"))).hasSize(1);
  }

  @Test
  void a_receipt_of_fees_is_booked_once() {
    books.when(collect(600, "SF-1"));
    assertThat(books.refused(collect(600, "SF-1"))).isEqualTo("FUND-015");
    assertThat(books.refused(new FundCommand.Contribute(FEES, 1, PayerKind.RESIDENTS, "SF-1")))
        .isEqualTo("FUND-015");
    assertThat(books.said(collect(600, "SF-2"))).hasSize(1);
  }

  @Test
  void a_fund_that_does_not_move_collects_and_gives_back_nothing() {
    books.when(collect(600, "SF-1"));
    books.when(new FundCommand.Freeze(FEES, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(collect(600, "SF-2"))).isEqualTo("FUND-007");
    assertThat(books.refused(refund(1, "SF-1"))).isEqualTo("FUND-007");
  }

  @Test
  void a_user_gets_back_what_the_receipt_still_has() {
    books.when(collect(600, "SF-1"));
    books.when(collect(600, "SF-2"));
    assertThat(books.when(refund(200, "SF-1")))
        .containsExactly(
            new FeeRefunded(FEES, KITCHEN, 200, "SF-1"),
            new FundBalanceChanged(FEES, 1_000, 0, 0, 0, 0, 1_000));
    assertThat(books.refused(refund(401, "SF-1"))).isEqualTo("FUND-055");
    assertThat(books.said(refund(400, "SF-1"))).hasSize(1);
    assertThat(books.refused(refund(1, "SF-1"))).isEqualTo("FUND-016");
    assertThat(books.refused(refund(1, "SF-9"))).isEqualTo("FUND-016");
  }

  @Test
  void other_money_of_the_fund_is_no_fee_to_give_back() {
    books.when(new FundCommand.Contribute(FEES, 50, PayerKind.CHARITY, "gift"));
    assertThat(books.refused(refund(1, "gift"))).isEqualTo("FUND-055");
  }

  @ParameterizedTest
  @EnumSource
  void a_programme_gives_back_while_it_runs_or_pauses(ProgrammeState state) {
    books.when(collect(600, "SF-1"));
    learn(state);
    if (state == ProgrammeState.RUNNING || state == ProgrammeState.PAUSED) {
      assertThat(books.said(refund(1, "SF-1"))).hasSize(1);
    } else {
      assertThat(books.refused(refund(1, "SF-1"))).isEqualTo("FUND-053");
    }
  }

  private static FundingCommand.Reserve plan(
      int version, Purpose purpose, DivisionCode where, long fen) {
    Plan.Line line = new Plan.Line(FEES, fen, purpose, CostCode.ACTIVITY);
    return Books.reserve(new Plan(version, List.of(line), fen, where));
  }

  @Test
  void what_is_bound_is_not_given_back() {
    books.when(collect(600, "SF-1"));
    books.when(plan(1, Purpose.SERVICE_PROJECT, TOWN, 500));
    assertThat(books.refused(refund(101, "SF-1"))).isEqualTo("FUND-006");
    assertThat(books.said(refund(100, "SF-1"))).hasSize(1);
  }

  @Test
  void the_bank_takes_back_only_what_was_not_given_back() {
    books.when(collect(600, "SF-1"));
    books.when(refund(200, "SF-1"));
    assertThat(books.said(new FundCommand.Reverse(FEES, "SF-1")))
        .containsExactly(new FundContributionReversed(FEES, 400, "SF-1"));
    assertThat(books.refused(refund(1, "SF-1"))).isEqualTo("FUND-016");
    assertThat(view().feesFen()).isEqualTo(200);
    assertThat(view().surplusFen()).isZero();
  }

  @Test
  void fees_are_spent_on_their_own_purposes_in_their_own_division() {
    books.when(collect(600, "SF-1"));
    assertThat(books.failures(plan(1, Purpose.SYSTEM_BUILDING, TOWN, 600)))
        .containsExactly("FUND-010");
    DivisionCode elsewhere = new DivisionCode("511523101");
    assertThat(books.failures(plan(2, Purpose.SERVICE_PROJECT, elsewhere, 600)))
        .containsExactly("FUND-012");
    assertThat(books.failures(plan(3, Purpose.SERVICE_PROJECT, COUNTY, 600)))
        .containsExactly("FUND-012");
    assertThat(books.failures(plan(4, Purpose.SERVICE_PROJECT, TOWN, 600))).isEmpty();
  }

  @Test
  void a_surplus_neither_lapses_nor_goes_into_another_fund() {
    books.when(collect(600, "SF-1"));
    Instant newYear = Instant.parse("2027-01-02T00:00:00Z");
    assertThat(
            books.refused(
                new FundCommand.CloseYear(
                    FEES, 0, null, "treasurer", Set.of(Role.FINANCE), newYear)))
        .isEqualTo("FUND-029");
    FundId next = new FundId("F-2027-FEE-01");
    books.when(
        new FundCommand.OpenFund(
            next, "明年", FundType.FEE, CAB, 2027, TOWN, null, null, null, null, Set.of()));
    assertThat(
            books.refused(
                new FundCommand.CloseYear(
                    FEES, 600, next, "treasurer", Set.of(Role.FINANCE), newYear)))
        .isEqualTo("FUND-029");
    // Nor does money of another kind carry over into it.
    assertThat(
            books.refused(
                new FundCommand.CloseYear(
                    ELDERLY, 1, next, "treasurer", Set.of(Role.FINANCE), newYear)))
        .isEqualTo("FUND-026");
    assertThat(books.balances(FEES).availableFen()).isEqualTo(600);
    Plan plan = new Plan(1, List.of(Books.line(FEES, 600)), 600, TOWN);
    assertThat(books.failures(new FundingCommand.Reserve(Books.PROJECT, plan, List.of(), newYear)))
        .isEmpty();
  }

  private FeeView view() {
    return FeeView.of(books.book.get(FEES), books.book, books.accounts);
  }

  @Test
  void the_view_says_how_far_a_programme_carries_itself() {
    books.when(collect(1_000, "SF-1"));
    books.when(collect(200, "SF-2"));
    books.when(refund(100, "SF-2"));
    assertThat(view())
        .isEqualTo(
            new FeeView(FEES, KITCHEN, ProgrammeState.RUNNING, 24, 1_200, 100, 0, 1_100, null));
    books.when(plan(1, Purpose.SERVICE_PROJECT, TOWN, 1_000));
    books.when(Books.commit(1));
    books.when(Books.sign(1_000));
    books.when(new FundingCommand.Begin(Books.PROJECT));
    books.pay(1);
    assertThat(view())
        .isEqualTo(
            new FeeView(
                FEES,
                KITCHEN,
                ProgrammeState.RUNNING,
                24,
                1_200,
                100,
                300,
                800,
                new BigDecimal("3.6667")));
  }

  @Test
  void a_saved_book_still_knows_its_fees_and_one_saved_before_them_is_read() {
    Books empty = new Books();
    String before = new String(empty.book.save(), StandardCharsets.UTF_8);
    String old = before.replace(",\"fees\":[],\"programmes\":[]", "");
    assertThat(old).isNotEqualTo(before);
    assertThat(FundBook.open(Books.TERMS, old.getBytes(StandardCharsets.UTF_8)).save())
        .isEqualTo(empty.book.save());
    books.when(collect(600, "SF-1"));
    books.when(refund(200, "SF-1"));
    FundBook again = FundBook.open(Books.TERMS, books.book.save());
    assertThat(again.save()).isEqualTo(books.book.save());
    assertThat(again.fees().find(FEES, "SF-1")).isEqualTo(books.book.fees().find(FEES, "SF-1"));
    assertThat(again.fees().stateOf(KITCHEN)).isEqualTo(ProgrammeState.RUNNING);
  }
}
