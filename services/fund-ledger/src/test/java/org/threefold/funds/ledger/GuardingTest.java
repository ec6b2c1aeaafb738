package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.CAB;
import static org.threefold.funds.ledger.Books.COUNTY;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.PROJECT;
import static org.threefold.funds.ledger.Books.reserveTheStory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Money;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Posting;

/** Freezing, unfreezing by two sides, the end of the year, and what must never be stored. */
class GuardingTest {

  private static final Instant OLD_YEAR = Instant.parse("2026-12-31T15:59:59Z");
  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
  private static final FundId NEXT = new FundId("F-2027-CA_ELDERLY-01");

  private final Books books = Books.ofTheStory();

  private static FundCommand.Freeze freeze() {
    return new FundCommand.Freeze(ELDERLY, FreezeReason.COUNTY_ORDER);
  }

  private static FundCommand.Unfreeze unfreeze(String subject, Role... roles) {
    return new FundCommand.Unfreeze(ELDERLY, subject, Set.of(roles));
  }

  @Test
  void the_county_freezes_an_open_fund_once() {
    assertThat(books.when(freeze()))
        .containsExactly(new FundFrozen(ELDERLY, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(freeze())).isEqualTo("FUND-019");
    assertThat(books.failures(reserveTheStory())).containsExactly("FUND-007");
  }

  @Test
  void the_books_themselves_may_ask_again_in_silence() {
    books.when(freeze());
    assertThat(books.when(new FundCommand.Freeze(ELDERLY, FreezeReason.BROKEN_IDENTITY))).isEmpty();
  }

  @Test
  void a_fund_is_unfrozen_by_a_person_of_each_side() {
    books.when(freeze());
    assertThat(books.when(unfreeze("treasurer", Role.FINANCE))).isEmpty();
    assertThat(books.when(unfreeze("cashier", Role.FINANCE))).isEmpty();
    assertThat(books.book.get(ELDERLY).isOpen()).isFalse();
    assertThat(books.when(unfreeze("director", Role.CAB)))
        .containsExactly(new FundUnfrozen(ELDERLY));
    assertThat(books.failures(reserveTheStory())).isEmpty();
  }

  @Test
  void one_person_is_not_two_sides() {
    books.when(freeze());
    books.when(unfreeze("both", Role.FINANCE, Role.CAB));
    assertThat(books.refused(unfreeze("both", Role.FINANCE, Role.CAB))).isEqualTo("FUND-032");
    assertThat(books.refused(unfreeze("guest", Role.AUDITOR))).isEqualTo("FUND-033");
  }

  @Test
  void an_open_fund_is_not_unfrozen() {
    assertThat(books.refused(unfreeze("treasurer", Role.FINANCE))).isEqualTo("FUND-019");
  }

  @Test
  void a_fund_that_is_short_stays_frozen_until_it_is_filled_up() {
    books.when(reserveTheStory());
    books.when(Books.commit(1));
    books.when(new FundCommand.Reverse(ELDERLY, "receipt-1"));
    assertThat(books.refused(unfreeze("treasurer", Role.FINANCE))).isEqualTo("FUND-023");
    books.when(new FundCommand.Contribute(ELDERLY, 1_800_000, PayerKind.FISCAL, "receipt-2"));
    books.when(unfreeze("treasurer", Role.FINANCE));
    assertThat(books.said(unfreeze("director", Role.CAB))).hasSize(1);
  }

  private static FundCommand.CloseYear close(
      long carryOverFen, @Nullable FundId into, Instant at, String subject, Role role) {
    return new FundCommand.CloseYear(ELDERLY, carryOverFen, into, subject, Set.of(role), at);
  }

  private static FundCommand.CloseYear close(Instant at) {
    return close(0, null, at, "treasurer", Role.FINANCE);
  }

  private void openNext(FundType type, int year) {
    books.when(
        new FundCommand.OpenFund(
            NEXT, "明年", type, CAB, year, COUNTY, null, null, null, null, Set.of()));
  }

  @Test
  void what_is_left_lapses_when_the_year_is_over_in_the_county() {
    assertThat(books.refused(close(OLD_YEAR))).isEqualTo("FUND-029");
    assertThat(books.said(close(NEW_YEAR)))
        .containsExactly(new FundYearClosed(ELDERLY, 2026, 0, 5_000_000, null));
    assertThat(books.balances(ELDERLY)).isEqualTo(new Balances(0, 0, 0, 0, 0, 0));
    assertThat(books.refused(close(NEW_YEAR))).isEqualTo("FUND-019");
  }

  @Test
  void money_that_does_not_lapse_has_no_year_to_close() {
    FundId gifts = new FundId("F-2026-MICRO-01");
    books.open(gifts, FundType.MICRO, 100);
    assertThat(
            books.refused(
                new FundCommand.CloseYear(
                    gifts, 0, null, "treasurer", Set.of(Role.FINANCE), NEW_YEAR)))
        .isEqualTo("FUND-029");
  }

  @Test
  void a_fund_that_binds_money_is_not_closed() {
    books.when(reserveTheStory());
    assertThat(books.refused(close(NEW_YEAR))).isEqualTo("FUND-017");
    books.when(new FundingCommand.Release(PROJECT, null, ReleaseCause.PROJECT_CANCELLED));
    assertThat(books.said(close(NEW_YEAR))).hasSize(1);
  }

  @Test
  void what_both_sides_agree_on_goes_on_into_the_next_year() {
    openNext(FundType.CA_ELDERLY, 2027);
    assertThat(books.when(close(3_000_000, NEXT, NEW_YEAR, "treasurer", Role.FINANCE))).isEmpty();
    assertThat(books.when(close(2_000_000, NEXT, NEW_YEAR, "director", Role.CAB))).isEmpty();
    assertThat(books.said(close(2_000_000, NEXT, NEW_YEAR, "treasurer", Role.FINANCE)))
        .containsExactly(new FundYearClosed(ELDERLY, 2026, 2_000_000, 3_000_000, NEXT));
    assertThat(books.balances(NEXT)).isEqualTo(new Balances(2_000_000, 0, 0, 0, 0, 2_000_000));
    assertThat(books.balances(ELDERLY)).isEqualTo(new Balances(0, 0, 0, 0, 0, 0));
  }

  @Test
  void only_what_is_there_goes_on_and_only_into_the_next_fund_of_its_kind() {
    assertThat(books.refused(close(1, null, NEW_YEAR, "treasurer", Role.FINANCE)))
        .isEqualTo("FUND-026");
    openNext(FundType.CA_ELDERLY, 2028);
    assertThat(books.refused(close(1, NEXT, NEW_YEAR, "treasurer", Role.FINANCE)))
        .isEqualTo("FUND-026");
    assertThat(books.refused(close(1, GOVERNANCE, NEW_YEAR, "treasurer", Role.FINANCE)))
        .isEqualTo("FUND-026");
  }

  @Test
  void more_than_is_left_does_not_go_on() {
    openNext(FundType.CA_ELDERLY, 2027);
    assertThat(books.refused(close(5_000_001, NEXT, NEW_YEAR, "treasurer", Role.FINANCE)))
        .isEqualTo("FUND-026");
    assertThat(books.refused(close(0, NEXT, NEW_YEAR, "treasurer", Role.FINANCE)))
        .isEqualTo("FUND-026");
  }

  private Optional<Outcome<Change>> objection(Outcome<Change> outcome) {
    Accounts afterwards = books.accounts.sheet();
    outcome.postings().forEach(afterwards::post);
    return books.book.objection(outcome, afterwards);
  }

  @Test
  void a_plan_of_which_a_line_is_missing_is_never_held() {
    Outcome<Change> whole = books.book.decide(reserveTheStory(), books.accounts);
    assertThat(objection(whole)).isEmpty();
    var half =
        new Outcome<>(
            whole.ref(), whole.changes(), whole.postings().subList(0, 1), whole.sayings());
    assertThat(objection(half).orElseThrow().changes())
        .containsExactly(
            new Change.Frozen(ELDERLY, "BROKEN_IDENTITY"),
            new Change.Frozen(GOVERNANCE, "BROKEN_IDENTITY"));
  }

  @Test
  void an_outcome_that_takes_more_than_there_is_freezes_the_fund_instead() {
    Outcome<Change> tooMuch =
        new Outcome<>(
            "",
            List.of(),
            List.of(
                new Posting(
                    Pot.AVAILABLE.of(ELDERLY), Pot.COMMITTED.of(ELDERLY), new Money(5_000_001))),
            List.of());
    Outcome<Change> instead = objection(tooMuch).orElseThrow();
    assertThat(instead.changes()).containsExactly(new Change.Frozen(ELDERLY, "BROKEN_IDENTITY"));
    assertThat(instead.sayings().getFirst().event())
        .isEqualTo(new FundFrozen(ELDERLY, FreezeReason.BROKEN_IDENTITY));
  }

  @Test
  void what_goes_on_must_still_be_countable_in_the_next_year() {
    openNext(FundType.CA_ELDERLY, 2027);
    long allButOne = Draft.MOST_FEN - 1;
    books.when(new FundCommand.Contribute(NEXT, allButOne, PayerKind.FISCAL, "receipt-2"));
    books.when(close(2, NEXT, NEW_YEAR, "treasurer", Role.FINANCE));
    assertThat(books.refused(close(2, NEXT, NEW_YEAR, "director", Role.CAB))).isEqualTo("FUND-001");
    books.when(close(1, NEXT, NEW_YEAR, "treasurer", Role.FINANCE));
    assertThat(books.said(close(1, NEXT, NEW_YEAR, "director", Role.CAB))).hasSize(1);
  }
}
