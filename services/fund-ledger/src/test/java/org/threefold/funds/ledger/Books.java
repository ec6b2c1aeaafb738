package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.OperatorId;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Saying;

/**
 * A book with its accounts, on which commands are tried; after each, the identity of every fund is
 * checked.
 */
final class Books {

  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  static final Terms TERMS = new Terms(Duration.ofDays(30), List.of(30, 40, 30), 50, 5, 10, 10_000);
  static final DivisionCode COUNTY = new DivisionCode("511523");
  static final DivisionCode TOWN = new DivisionCode("511523100");
  static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  static final FundId ELDERLY = new FundId("F-2026-CA_ELDERLY-01");
  static final FundId GOVERNANCE = new FundId("F-2026-CA_GOVERNANCE-01");
  static final OperatorId PAYEE = new OperatorId("OP-INTRO-1");
  static final DeptCode CAB = new DeptCode("CAB");

  final FundBook book = new FundBook(TERMS);
  final Accounts accounts = new Accounts();

  /** The two funds of the story: 50,000.00 for elders, 20,000.00 for governance. */
  static Books ofTheStory() {
    Books books = new Books();
    books.open(ELDERLY, FundType.CA_ELDERLY, 5_000_000);
    books.open(GOVERNANCE, FundType.CA_GOVERNANCE, 2_000_000);
    return books;
  }

  void open(FundId id, FundType type, long fen) {
    when(open(type, id, List.of(Purpose.values()), null));
    if (fen > 0) {
      when(new FundCommand.Contribute(id, fen, PayerKind.FISCAL, "receipt-1"));
    }
  }

  /** All purposes the type permits, unless it leaves them to the document. */
  static FundCommand.OpenFund open(
      FundType type,
      FundId id,
      List<Purpose> byDocument,
      @org.jspecify.annotations.Nullable List<ClientGroup> groups) {
    return new FundCommand.OpenFund(
        id,
        "养老服务资金",
        type,
        CAB,
        2026,
        COUNTY,
        Restrictions.of(type).purposes().isEmpty() ? byDocument : null,
        groups,
        null,
        null,
        Set.of());
  }

  List<Event> when(LedgerCommand command) {
    Outcome<Change> outcome = book.decide(command, accounts);
    Accounts sheet = accounts.sheet();
    outcome.postings().forEach(sheet::post);
    assertThat(book.objection(outcome, sheet)).isEmpty();
    outcome.postings().forEach(accounts::post);
    // What the journal would store and read again.
    outcome.changes().stream().map(book::write).map(book::read).forEach(book::after);
    assertThat(accounts.trialBalance()).isZero();
    return outcome.sayings().stream().map(Saying::event).toList();
  }

  /** What is said beside the balances. */
  List<Event> said(LedgerCommand command) {
    return when(command).stream().filter(it -> !(it instanceof FundBalanceChanged)).toList();
  }

  String refused(LedgerCommand command) {
    Refused refused = catchThrowableOfType(Refused.class, () -> when(command));
    assertThat(refused).as("refusal of %s", command).isNotNull();
    return refused.code();
  }

  /** The codes a plan is rejected with, none if it is held. */
  List<String> failures(FundingCommand.Reserve command) {
    return said(command).stream()
        .filter(FundsReservationRejected.class::isInstance)
        .flatMap(it -> ((FundsReservationRejected) it).failures().stream())
        .map(LineFailure::code)
        .toList();
  }

  Balances balances(FundId fund) {
    return Balances.of(fund, accounts);
  }

  Funding funding() {
    return book.find(PROJECT).orElseThrow();
  }

  static Plan.Line line(FundId fund, long fen) {
    return new Plan.Line(fund, fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY);
  }

  static FundingCommand.Reserve reserve(int version, Plan.Line... lines) {
    long total = Arrays.stream(lines).mapToLong(Plan.Line::amountFen).sum();
    return reserve(new Plan(version, List.of(lines), total, TOWN));
  }

  static FundingCommand.Reserve reserve(Plan plan) {
    return new FundingCommand.Reserve(
        PROJECT, plan, List.of(ClientGroup.ELDER, ClientGroup.ELDER_LEFT_BEHIND), NOON);
  }

  /** 30,000.00 = 18,000.00 + 12,000.00. */
  static FundingCommand.Reserve reserveTheStory() {
    return reserve(1, line(ELDERLY, 1_800_000), line(GOVERNANCE, 1_200_000));
  }

  static FundingCommand.Commit commit(int version) {
    return new FundingCommand.Commit(PROJECT, Funding.reservationOf(PROJECT, version), NOON);
  }

  static FundingCommand.Sign sign(long fen) {
    return new FundingCommand.Sign(
        PROJECT, new Contract(new ContractId("C-2026-0001"), PAYEE, new DeptCode("CAB"), fen));
  }

  static DisbursementId tranche(int tranche) {
    return new DisbursementId("R-" + PROJECT + "-1-T" + tranche);
  }

  static FundingCommand.ApproveDisbursement approve(int tranche, String subject, Role... roles) {
    return new FundingCommand.ApproveDisbursement(tranche(tranche), subject, Set.of(roles));
  }

  /** Both approvals of a tranche; what the second leads to. */
  List<Event> pay(int tranche) {
    List<Event> first = said(approve(tranche, "head", Role.TST_HEAD));
    assertThat(first).isEmpty();
    return new ArrayList<>(said(approve(tranche, "treasurer", Role.FINANCE)));
  }
}
