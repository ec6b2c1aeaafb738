package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.PAYEE;
import static org.threefold.funds.ledger.Books.PROJECT;
import static org.threefold.funds.ledger.Books.approve;
import static org.threefold.funds.ledger.Books.commit;
import static org.threefold.funds.ledger.Books.reserve;
import static org.threefold.funds.ledger.Books.reserveTheStory;
import static org.threefold.funds.ledger.Books.sign;
import static org.threefold.funds.ledger.Books.tranche;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Role;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.Grade;
import org.threefold.events.ReservationId;
import org.threefold.funds.ledger.Funding.Status;
import org.threefold.funds.ledger.FundingCommand.Accept;
import org.threefold.funds.ledger.FundingCommand.Begin;
import org.threefold.funds.ledger.FundingCommand.Judge;
import org.threefold.funds.ledger.FundingCommand.Mend;
import org.threefold.funds.ledger.FundingCommand.Reach;

/** Tranches, approvals, the last payment and the settlement. */
class PayingTest {

  private static final ReservationId RESERVATION = new ReservationId("R-" + PROJECT + "-1");

  private final Books books = Books.ofTheStory();

  private void contracted() {
    books.when(reserveTheStory());
    books.when(commit(1));
    books.when(sign(3_000_000));
  }

  private void started() {
    contracted();
    books.when(new Begin(PROJECT));
  }

  private static DisbursementRequested requested(int tranche, long fen) {
    return new DisbursementRequested(PROJECT, tranche(tranche), tranche, PAYEE, fen);
  }

  @Test
  void the_ledger_of_the_story_comes_out_to_the_fen() {
    assertThat(books.balances(ELDERLY)).isEqualTo(new Balances(5_000_000, 0, 0, 0, 0, 5_000_000));
    books.when(reserveTheStory());
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 1_800_000, 0, 0, 0, 3_200_000));
    books.when(commit(1));
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 1_800_000, 0, 0, 3_200_000));
    books.when(sign(3_000_000));

    assertThat(books.said(new Begin(PROJECT))).containsExactly(requested(1, 900_000));
    assertThat(books.pay(1))
        .containsExactly(
            new FundsDisbursed(
                PROJECT,
                tranche(1),
                1,
                PAYEE,
                List.of(new FundAmount(ELDERLY, 540_000), new FundAmount(GOVERNANCE, 360_000)),
                900_000));
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 1_260_000, 540_000, 0, 3_200_000));

    assertThat(books.said(new Reach(PROJECT, 30, 2))).isEmpty();
    assertThat(books.said(new Reach(PROJECT, 70, 3))).containsExactly(requested(2, 1_200_000));
    books.pay(2);
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 540_000, 1_260_000, 0, 3_200_000));

    assertThat(books.said(new Reach(PROJECT, 100, 1))).isEmpty();
    assertThat(books.said(new Accept(PROJECT))).isEmpty();
    assertThat(books.said(new Judge(PROJECT, Grade.GOOD))).containsExactly(requested(3, 900_000));
    assertThat(books.pay(3))
        .last()
        .isEqualTo(new FundsSettled(PROJECT, RESERVATION, 3_000_000, 0, 0));
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 0, 1_800_000, 0, 3_200_000));
    assertThat(books.balances(GOVERNANCE))
        .isEqualTo(new Balances(2_000_000, 0, 0, 1_200_000, 0, 800_000));
    assertThat(books.funding().status()).isEqualTo(Status.SETTLED);
  }

  @Test
  void nothing_is_due_without_commitment_contract_and_start() {
    books.when(reserveTheStory());
    assertThat(books.when(sign(3_000_000))).isEmpty();
    assertThat(books.when(new Begin(PROJECT))).isEmpty();
    books.when(commit(1));
    assertThat(books.when(new Begin(PROJECT))).isEmpty();
    assertThat(books.said(new Reach(PROJECT, 70, 1))).isEmpty();
  }

  @Test
  void a_start_heard_again_asks_for_nothing_again() {
    started();
    assertThat(books.when(new Begin(PROJECT))).isEmpty();
  }

  @Test
  void money_goes_with_the_second_approval_only() {
    started();
    assertThat(books.when(approve(1, "head", Role.TST_HEAD))).isEmpty();
    assertThat(books.balances(ELDERLY).disbursedFen()).isZero();
    assertThat(books.said(approve(1, "treasurer", Role.FINANCE)))
        .hasOnlyElementsOfType(FundsDisbursed.class);
  }

  @Test
  void one_person_does_not_give_both_approvals() {
    started();
    books.when(approve(1, "both", Role.CAB, Role.FINANCE));
    assertThat(books.refused(approve(1, "both", Role.CAB, Role.FINANCE))).isEqualTo("FUND-032");
    assertThat(books.said(approve(1, "treasurer", Role.FINANCE))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PURCHASER", "TST_HEAD", "CAB"})
  void others_do_not_approve_first(Role role) {
    started();
    assertThat(books.refused(approve(1, "somebody", role))).isEqualTo("FUND-033");
  }

  @ParameterizedTest
  @EnumSource(names = {"PURCHASER", "TST_HEAD", "CAB"})
  void the_second_approval_is_finance_only(Role role) {
    started();
    books.when(approve(1, "first", role));
    assertThat(books.refused(approve(1, "second", role))).isEqualTo("FUND-033");
  }

  @Test
  void what_is_paid_is_not_paid_again() {
    started();
    books.pay(1);
    assertThat(books.refused(approve(1, "third", Role.CAB))).isEqualTo("FUND-034");
    assertThat(books.balances(ELDERLY).disbursedFen()).isEqualTo(540_000);
  }

  @Test
  void the_second_tranche_is_not_paid_without_evidence() {
    started();
    books.when(new Reach(PROJECT, 60, 0));
    assertThat(books.refused(approve(2, "head", Role.TST_HEAD))).isEqualTo("FUND-031");
    books.when(new Reach(PROJECT, 60, 1));
    assertThat(books.pay(2)).hasSize(1);
  }

  @Test
  void a_frozen_fund_pays_nothing() {
    started();
    books.when(approve(1, "head", Role.TST_HEAD));
    books.book.after(new Change.Frozen(GOVERNANCE, "county order"));
    assertThat(books.refused(approve(1, "treasurer", Role.FINANCE))).isEqualTo("FUND-007");
    assertThat(books.balances(ELDERLY).disbursedFen()).isZero();
  }

  @Test
  void the_last_tranche_waits_for_acceptance_and_grade_in_any_order() {
    started();
    books.when(new Reach(PROJECT, 100, 1));
    assertThat(Paying.waitsFor(books.funding(), Books.TERMS)).isEqualTo("FUND-030");
    assertThat(books.said(new Judge(PROJECT, Grade.EXCELLENT))).isEmpty();
    assertThat(books.said(new Accept(PROJECT))).containsExactly(requested(3, 900_000));
    assertThat(Paying.waitsFor(books.funding(), Books.TERMS)).isNull();
  }

  @Test
  void a_middle_that_comes_after_the_end_asks_for_nothing() {
    started();
    books.when(new Accept(PROJECT));
    assertThat(books.said(new Judge(PROJECT, Grade.GOOD))).containsExactly(requested(3, 2_100_000));
    assertThat(books.said(new Reach(PROJECT, 100, 1))).isEmpty();
    books.pay(1);
    assertThat(books.pay(3)).hasSize(2);
  }

  @Test
  void a_pass_waits_until_all_is_put_right() {
    started();
    books.when(new Reach(PROJECT, 100, 1));
    books.when(new Accept(PROJECT));
    assertThat(books.said(new Judge(PROJECT, Grade.PASS))).isEmpty();
    assertThat(books.said(new Mend(PROJECT))).containsExactly(requested(3, 900_000));
  }

  @Test
  void a_fail_earns_no_last_tranche() {
    started();
    books.when(new Reach(PROJECT, 100, 1));
    books.when(new Accept(PROJECT));
    assertThat(books.said(new Judge(PROJECT, Grade.FAIL))).isEmpty();
    assertThat(books.said(new Mend(PROJECT))).isEmpty();
  }

  @Test
  void the_books_close_when_the_last_open_tranche_is_paid_whichever_it_is() {
    started();
    books.when(new Reach(PROJECT, 100, 1));
    books.when(new Accept(PROJECT));
    books.when(new Judge(PROJECT, Grade.GOOD));
    assertThat(books.pay(3)).hasSize(1);
    assertThat(books.pay(1)).hasSize(1);
    assertThat(books.pay(2)).hasSize(2);
    assertThat(books.funding().status()).isEqualTo(Status.SETTLED);
  }

  @Test
  void what_was_promised_beyond_the_contract_goes_back_at_the_end() {
    books.when(reserveTheStory());
    books.when(commit(1));
    books.when(sign(2_999_999));
    books.when(new Begin(PROJECT));
    books.when(new Reach(PROJECT, 100, 1));
    books.when(new Accept(PROJECT));
    books.when(new Judge(PROJECT, Grade.GOOD));
    // 899,999.7 and 1,199,999.6 are rounded down, the last takes what is left.
    assertThat(books.funding().disbursements().stream().map(Disbursement::totalFen))
        .containsExactly(899_999L, 1_199_999L, 900_001L);
    books.pay(1);
    books.pay(2);
    assertThat(books.pay(3))
        .last()
        .isEqualTo(new FundsSettled(PROJECT, RESERVATION, 2_999_999, 1, 0));
    assertThat(books.balances(ELDERLY).committedFen()).isZero();
    assertThat(books.balances(GOVERNANCE).committedFen()).isZero();
    assertThat(books.balances(ELDERLY).disbursedFen() + books.balances(GOVERNANCE).disbursedFen())
        .isEqualTo(2_999_999);
  }

  @Test
  void a_contract_above_the_promise_is_paid_up_to_the_promise() {
    books.when(reserve(1, Books.line(ELDERLY, 100)));
    books.when(commit(1));
    books.when(sign(1_000_000));
    books.when(new Begin(PROJECT));
    books.when(new Reach(PROJECT, 100, 1));
    books.when(new Accept(PROJECT));
    books.when(new Judge(PROJECT, Grade.GOOD));
    assertThat(books.funding().requestedFen()).isEqualTo(100);
  }

  @Test
  void a_single_fen_is_paid_by_the_last_tranche() {
    books.when(reserve(1, Books.line(ELDERLY, 1)));
    books.when(commit(1));
    books.when(sign(1));
    assertThat(books.said(new Begin(PROJECT))).isEmpty();
    assertThat(books.said(new Reach(PROJECT, 100, 1))).isEmpty();
    books.when(new Accept(PROJECT));
    assertThat(books.said(new Judge(PROJECT, Grade.GOOD))).containsExactly(requested(3, 1));
    assertThat(books.pay(3)).hasSize(2);
  }

  @Test
  void the_last_tranche_is_not_paid_on_a_grade_that_no_longer_stands() {
    started();
    books.when(new Accept(PROJECT));
    books.when(new Judge(PROJECT, Grade.GOOD));
    books.when(new Judge(PROJECT, Grade.FAIL));
    assertThat(books.refused(approve(3, "head", Role.TST_HEAD))).isEqualTo("FUND-030");
    books.when(new Judge(PROJECT, Grade.EXCELLENT));
    assertThat(books.pay(3)).isNotEmpty();
  }

  @Test
  void the_books_close_when_a_grade_stands_again_and_all_is_paid() {
    started();
    books.when(new Accept(PROJECT));
    books.when(new Judge(PROJECT, Grade.GOOD));
    books.pay(3);
    books.when(new Judge(PROJECT, Grade.FAIL));
    books.pay(1);
    assertThat(books.funding().status()).isEqualTo(Status.COMMITTED);
    books.when(new Judge(PROJECT, Grade.GOOD));
    assertThat(books.funding().status()).isEqualTo(Status.SETTLED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5, Long.MIN_VALUE})
  void a_contract_is_about_something(long fen) {
    books.when(reserveTheStory());
    books.when(commit(1));
    assertThat(books.refused(sign(fen))).isEqualTo("FUND-001");
    books.when(sign(1));
    assertThat(books.funding().contract()).isNotNull();
  }

  @Test
  void less_than_no_evidence_is_none() {
    started();
    books.when(new Reach(PROJECT, 60, -1));
    assertThat(books.refused(approve(2, "head", Role.TST_HEAD))).isEqualTo("FUND-031");
  }
}
