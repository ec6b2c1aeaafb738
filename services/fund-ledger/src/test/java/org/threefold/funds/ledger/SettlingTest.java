package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.PAYEE;
import static org.threefold.funds.ledger.Books.PROJECT;
import static org.threefold.funds.ledger.Books.approve;
import static org.threefold.funds.ledger.Books.commit;
import static org.threefold.funds.ledger.Books.reserveTheStory;
import static org.threefold.funds.ledger.Books.sign;
import static org.threefold.funds.ledger.Books.tranche;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.Event;
import org.threefold.events.FundEvent.DisbursementRejected;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.Grade;
import org.threefold.events.RejectionCode;
import org.threefold.events.ReservationId;
import org.threefold.funds.ledger.Funding.Status;
import org.threefold.funds.ledger.FundingCommand.Accept;
import org.threefold.funds.ledger.FundingCommand.Begin;
import org.threefold.funds.ledger.FundingCommand.Judge;
import org.threefold.funds.ledger.FundingCommand.Reach;
import org.threefold.funds.ledger.FundingCommand.Refund;
import org.threefold.funds.ledger.FundingCommand.RejectDisbursement;
import org.threefold.funds.ledger.FundingCommand.ResubmitDisbursement;
import org.threefold.funds.ledger.FundingCommand.Settle;
import org.threefold.funds.ledger.FundingCommand.Terminate;

/** Payments sent back, projects ended early, and money that comes back. */
class SettlingTest {

  private static final ReservationId RESERVATION = new ReservationId("R-" + PROJECT + "-1");

  private final Books books = Books.ofTheStory();

  /** The first tranche, 9,000.00, is paid. */
  private void begun() {
    books.when(reserveTheStory());
    books.when(commit(1));
    books.when(sign(3_000_000));
    books.when(new Begin(PROJECT));
    books.pay(1);
  }

  private void terminated() {
    begun();
    books.when(new Reach(PROJECT, 60, 1));
    assertThat(books.when(new Terminate(PROJECT))).isEmpty();
  }

  private static Settle settle(long fen, String subject, Role role) {
    return new Settle(PROJECT, fen, subject, Set.of(role));
  }

  private List<Event> settled(long fen) {
    assertThat(books.when(settle(fen, "head", Role.TST_HEAD))).isEmpty();
    return books.said(settle(fen, "treasurer", Role.FINANCE));
  }

  @Test
  void what_the_work_was_worth_is_paid_and_the_rest_goes_back() {
    terminated();
    assertThat(settled(1_500_000))
        .containsExactly(
            new FundsDisbursed(
                PROJECT,
                tranche(4),
                4,
                PAYEE,
                List.of(new FundAmount(ELDERLY, 360_000), new FundAmount(GOVERNANCE, 240_000)),
                600_000),
            new FundsSettled(PROJECT, RESERVATION, 1_500_000, 1_500_000, 0));
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 0, 900_000, 0, 4_100_000));
    assertThat(books.funding().status()).isEqualTo(Status.SETTLED);
    assertThat(books.funding().ending().owedFen()).isZero();
  }

  @Test
  void what_was_paid_beyond_the_work_is_owed_until_it_is_given_back() {
    terminated();
    assertThat(settled(500_000))
        .containsExactly(new FundsSettled(PROJECT, RESERVATION, 900_000, 2_100_000, 0));
    assertThat(books.funding().ending().owedFen()).isEqualTo(400_000);
    assertThat(books.said(new Refund(PROJECT, 400_000, "TK-1")))
        .containsExactly(
            new FundsRefunded(
                PROJECT,
                PAYEE,
                List.of(new FundAmount(ELDERLY, 240_000), new FundAmount(GOVERNANCE, 160_000)),
                400_000,
                "TK-1"));
    assertThat(books.funding().ending().owedFen()).isZero();
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 0, 540_000, 240_000, 4_700_000));
  }

  @Test
  void what_was_asked_for_before_the_end_is_void() {
    terminated();
    assertThat(books.funding().disbursements())
        .extracting(Disbursement::tranche)
        .containsExactly(1);
    assertThat(books.when(new Accept(PROJECT))).isEmpty();
    assertThat(books.when(new Judge(PROJECT, Grade.EXCELLENT))).isEmpty();
    assertThat(books.when(new Terminate(PROJECT))).isEmpty();
  }

  @Test
  void only_a_terminated_project_is_settled_by_agreement_and_once() {
    begun();
    assertThat(books.refused(settle(0, "head", Role.TST_HEAD))).isEqualTo("FUND-027");
    books.when(new Terminate(PROJECT));
    settled(900_000);
    assertThat(books.refused(settle(900_000, "head", Role.TST_HEAD))).isEqualTo("FUND-027");
  }

  @Test
  void two_persons_agree_on_the_same_amount() {
    terminated();
    books.when(settle(900_000, "head", Role.TST_HEAD));
    assertThat(books.refused(settle(900_000, "head", Role.FINANCE))).isEqualTo("FUND-032");
    assertThat(books.refused(settle(900_000, "director", Role.CAB))).isEqualTo("FUND-033");
    assertThat(books.refused(settle(800_000, "treasurer", Role.FINANCE))).isEqualTo("FUND-033");
    assertThat(books.when(settle(800_000, "director", Role.CAB))).isEmpty();
    assertThat(books.said(settle(800_000, "treasurer", Role.FINANCE))).hasSize(1);
  }

  @Test
  void work_is_worth_something_between_nothing_and_the_contract() {
    terminated();
    assertThat(books.refused(settle(-1, "head", Role.TST_HEAD))).isEqualTo("FUND-001");
    assertThat(books.refused(settle(3_000_001, "head", Role.TST_HEAD))).isEqualTo("FUND-018");
    assertThat(settled(0))
        .containsExactly(new FundsSettled(PROJECT, RESERVATION, 900_000, 2_100_000, 0));
    assertThat(books.funding().ending().owedFen()).isEqualTo(900_000);
  }

  @Test
  void no_more_comes_back_than_was_paid_and_no_receipt_twice() {
    begun();
    assertThat(books.refused(new Refund(PROJECT, 0, "TK-1"))).isEqualTo("FUND-001");
    assertThat(books.refused(new Refund(PROJECT, 900_001, "TK-1"))).isEqualTo("FUND-018");
    books.when(new Refund(PROJECT, 300_001, "TK-1"));
    assertThat(books.refused(new Refund(PROJECT, 1, "TK-1"))).isEqualTo("FUND-015");
    assertThat(books.refused(new Refund(PROJECT, 600_000, "TK-2"))).isEqualTo("FUND-018");
    assertThat(books.said(new Refund(PROJECT, 599_999, "TK-2"))).hasSize(1);
    assertThat(books.balances(ELDERLY))
        .isEqualTo(new Balances(5_000_000, 0, 1_260_000, 540_000, 540_000, 3_740_000));
  }

  @Test
  void what_comes_back_after_the_year_was_closed_lapses_too() {
    terminated();
    settled(900_000);
    books.when(
        new FundCommand.CloseYear(
            ELDERLY,
            0,
            null,
            "treasurer",
            Set.of(Role.FINANCE),
            Instant.parse("2027-01-02T00:00:00Z")));
    books.when(new Refund(PROJECT, 100_000, "TK-1"));
    // 60,000 came back to the closed fund and went on to where its money came from.
    assertThat(books.balances(ELDERLY)).isEqualTo(new Balances(480_000, 0, 0, 540_000, 60_000, 0));
    assertThat(books.balances(GOVERNANCE).availableFen()).isEqualTo(1_680_000);
  }

  @Test
  void a_payment_that_was_sent_back_waits_until_it_is_put_forward_again() {
    books.when(reserveTheStory());
    books.when(commit(1));
    books.when(sign(3_000_000));
    books.when(new Begin(PROJECT));
    books.when(approve(1, "head", Role.TST_HEAD));
    assertThat(
            books.when(
                new RejectDisbursement(
                    tranche(1), RejectionCode.PAYEE_WRONG, Set.of(Role.FINANCE))))
        .containsExactly(
            new DisbursementRejected(PROJECT, tranche(1), 1, RejectionCode.PAYEE_WRONG));
    assertThat(books.refused(approve(1, "treasurer", Role.FINANCE))).isEqualTo("FUND-035");
    assertThat(books.when(new ResubmitDisbursement(tranche(1))))
        .containsExactly(new DisbursementRequested(PROJECT, tranche(1), 1, PAYEE, 900_000));
    // Both approvals are needed anew.
    assertThat(books.pay(1)).hasSize(1);
  }

  @Test
  void only_who_could_approve_sends_back_and_only_what_is_not_paid() {
    begun();
    books.when(new Reach(PROJECT, 60, 1));
    assertThat(
            books.refused(
                new RejectDisbursement(tranche(1), RejectionCode.DISPUTED, Set.of(Role.TST_HEAD))))
        .isEqualTo("FUND-034");
    assertThat(
            books.refused(
                new RejectDisbursement(tranche(2), RejectionCode.DISPUTED, Set.of(Role.AUDITOR))))
        .isEqualTo("FUND-033");
    assertThat(books.refused(new ResubmitDisbursement(tranche(2)))).isEqualTo("FUND-038");
    books.when(new RejectDisbursement(tranche(2), RejectionCode.DISPUTED, Set.of(Role.TST_HEAD)));
    assertThat(
            books.refused(
                new RejectDisbursement(tranche(2), RejectionCode.DISPUTED, Set.of(Role.TST_HEAD))))
        .isEqualTo("FUND-035");
  }

  @Test
  void what_came_back_before_the_settlement_is_not_there_to_pay_it() {
    terminated();
    books.when(new Refund(PROJECT, 400_000, "TK-1"));
    assertThat(books.refused(settle(2_600_001, "head", Role.TST_HEAD))).isEqualTo("FUND-018");
    assertThat(settled(2_600_000)).hasSize(2);
    assertThat(books.balances(ELDERLY).committedFen()).isZero();
  }
}
