package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.NotFound;
import org.threefold.events.ClientGroup;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundAllocationRecorded;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReleaseCause;
import org.threefold.events.StationId;

/** Opening funds and paying into them. */
class GivingTest {

  private final Books books = new Books();

  private static FundCommand.Contribute contribute(long fen) {
    return new FundCommand.Contribute(ELDERLY, fen, PayerKind.FISCAL, "receipt-2");
  }

  @ParameterizedTest
  @EnumSource
  void a_fund_of_every_type_can_be_opened(FundType type) {
    FundId id = new FundId("F-2026-" + type + "-01");
    assertThat(books.said(Books.open(type, id, List.of(Purpose.ACTIVITY), null)))
        .hasOnlyElementsOfType(FundOpened.class);
  }

  @Test
  void a_fund_for_elders_is_bound_to_elders_without_saying_so() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    Fund fund = books.book.get(ELDERLY);
    assertThat(fund.purposes()).containsExactly(Purpose.SERVICE_PROJECT);
    assertThat(fund.allowsAnyOf(List.of(ClientGroup.ELDER_LEFT_BEHIND))).isTrue();
    assertThat(fund.allowsAnyOf(List.of(ClientGroup.CHILD))).isFalse();
  }

  @Test
  void a_fund_without_an_id_gets_the_next_of_its_year_and_type() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    var event =
        books.said(
            new FundCommand.OpenFund(
                null,
                "第二笔",
                FundType.CA_ELDERLY,
                Books.CAB,
                2026,
                Books.COUNTY,
                null,
                null,
                null,
                null,
                Set.of()));
    assertThat(((FundOpened) event.getFirst()).fund())
        .isEqualTo(new FundId("F-2026-CA_ELDERLY-02"));
  }

  @Test
  void an_id_is_given_once() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    assertThat(books.refused(Books.open(FundType.CA_ELDERLY, ELDERLY, List.of(), null)))
        .isEqualTo("FUND-009");
  }

  @Test
  void an_earmarked_fund_must_say_what_for() {
    assertThat(
            books.refused(
                Books.open(FundType.SPECIAL, new FundId("F-2026-SPECIAL-01"), List.of(), null)))
        .isEqualTo("FUND-004");
    assertThat(
            books.said(
                Books.open(
                    FundType.SPECIAL,
                    new FundId("F-2026-SPECIAL-01"),
                    List.of(Purpose.SERVICE_PROJECT),
                    null)))
        .hasSize(1);
  }

  @Test
  void a_fund_may_be_bound_more_tightly_than_its_type_but_never_less() {
    assertThat(
            books.said(
                Books.open(FundType.CA_ELDERLY, ELDERLY, List.of(), List.of(ClientGroup.ELDER))))
        .hasSize(1);
    FundId other = new FundId("F-2026-CA_ELDERLY-02");
    assertThat(
            books.refused(
                Books.open(FundType.CA_ELDERLY, other, List.of(), List.of(ClientGroup.CHILD))))
        .isEqualTo("FUND-010");
    assertThat(books.refused(Books.open(FundType.CA_ELDERLY, other, List.of(), List.of())))
        .isEqualTo("FUND-010");
  }

  @Test
  void what_comes_in_is_available() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    assertThat(books.when(contribute(5_000_000)))
        .containsExactly(
            new FundContributionReceived(ELDERLY, 5_000_000, PayerKind.FISCAL, "receipt-2"),
            new FundBalanceChanged(ELDERLY, 5_000_000, 0, 0, 0, 0, 5_000_000));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void nothing_and_less_than_nothing_cannot_come_in(long fen) {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    assertThat(books.refused(contribute(fen))).isEqualTo("FUND-001");
  }

  @Test
  void more_than_can_be_counted_cannot_come_in() {
    books.open(ELDERLY, FundType.CA_ELDERLY, Draft.MOST_FEN);
    assertThat(books.refused(contribute(1))).isEqualTo("FUND-001");
    assertThat(books.refused(contribute(Long.MAX_VALUE))).isEqualTo("FUND-001");
    assertThat(books.balances(ELDERLY).availableFen()).isEqualTo(Draft.MOST_FEN);
  }

  @Test
  void a_frozen_fund_can_be_filled_up_and_a_closed_one_cannot() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    books.book.after(new Change.Frozen(ELDERLY, "county order"));
    assertThat(books.said(contribute(1))).hasSize(1);
    books.book.after(new Change.Closed(ELDERLY));
    assertThat(books.refused(contribute(2))).isEqualTo("FUND-007");
  }

  @Test
  void a_receipt_is_booked_once_on_a_fund() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 100);
    books.open(GOVERNANCE, FundType.CA_GOVERNANCE, 100);
    assertThat(
            books.refused(new FundCommand.Contribute(ELDERLY, 7, PayerKind.CHARITY, "receipt-1")))
        .isEqualTo("FUND-015");
    assertThat(books.balances(ELDERLY).receivedFen()).isEqualTo(100);
    assertThat(books.said(contribute(7))).hasSize(1);
  }

  @Test
  void what_the_bank_takes_back_is_gone() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 100);
    books.when(contribute(40));
    assertThat(books.when(new FundCommand.Reverse(ELDERLY, "receipt-2")))
        .containsExactly(
            new FundContributionReversed(ELDERLY, 40, "receipt-2"),
            new FundBalanceChanged(ELDERLY, 100, 0, 0, 0, 0, 100));
    assertThat(books.book.get(ELDERLY).isOpen()).isTrue();
  }

  @Test
  void a_receipt_is_taken_back_once_and_only_if_it_came_in() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 100);
    assertThat(books.refused(new FundCommand.Reverse(ELDERLY, "receipt-9"))).isEqualTo("FUND-016");
    books.when(new FundCommand.Reverse(ELDERLY, "receipt-1"));
    assertThat(books.refused(new FundCommand.Reverse(ELDERLY, "receipt-1"))).isEqualTo("FUND-016");
  }

  @Test
  void a_fund_that_cannot_spare_it_is_frozen_and_gives_back_its_newest_hold() {
    Books story = Books.ofTheStory();
    story.when(Books.reserveTheStory());
    story.when(Books.commit(1));
    ProjectId older = new ProjectId("P-2026-511523100-0002");
    ProjectId newer = new ProjectId("P-2026-511523100-0003");
    story.when(hold(older, 1_000_000, NOON));
    story.when(hold(newer, 500_000, NOON.plusSeconds(1)));
    story.when(new FundCommand.Contribute(ELDERLY, 400_000, PayerKind.FISCAL, "receipt-2"));
    // 5,400,000 came in: 1,800,000 promised, 1,500,000 held, 2,100,000 there; 5,000,000 go.
    story.when(new FundCommand.Contribute(ELDERLY, 2_600_000, PayerKind.FISCAL, "receipt-3"));
    assertThat(story.said(new FundCommand.Reverse(ELDERLY, "receipt-1")))
        .containsExactly(
            new FundFrozen(ELDERLY, FreezeReason.CONTRIBUTION_REVERSED),
            new FundsReservationReleased(
                newer,
                Funding.reservationOf(newer, 1),
                500_000,
                ReleaseCause.CONTRIBUTION_REVERSED),
            new FundContributionReversed(ELDERLY, 5_000_000, "receipt-1"));
    assertThat(story.balances(ELDERLY))
        .isEqualTo(new Balances(3_000_000, 1_000_000, 1_800_000, 0, 0, 200_000));
    assertThat(story.book.find(older).orElseThrow().status()).isEqualTo(Funding.Status.HELD);
  }

  @Test
  void promises_stay_although_there_is_less_than_nothing_left() {
    Books story = Books.ofTheStory();
    story.when(Books.reserveTheStory());
    story.when(Books.commit(1));
    story.when(new FundCommand.Reverse(ELDERLY, "receipt-1"));
    assertThat(story.balances(ELDERLY)).isEqualTo(new Balances(0, 0, 1_800_000, 0, 0, -1_800_000));
    assertThat(story.funding().status()).isEqualTo(Funding.Status.COMMITTED);
    assertThat(story.book.get(ELDERLY).isOpen()).isFalse();
  }

  private static FundingCommand.Reserve hold(ProjectId project, long fen, Instant at) {
    Plan plan = new Plan(1, List.of(Books.line(ELDERLY, fen)), fen, Books.TOWN);
    return new FundingCommand.Reserve(project, plan, List.of(ClientGroup.ELDER), at);
  }

  @Test
  void a_unit_gets_its_running_costs_once_a_year_from_a_fund() {
    books.open(GOVERNANCE, FundType.CA_GOVERNANCE, 100);
    StationId unit = new StationId("ST-511523100");
    assertThat(books.when(new FundCommand.Allocate(GOVERNANCE, unit, 60, NOON)))
        .containsExactly(new FundAllocationRecorded(GOVERNANCE, unit, 60));
    assertThat(books.refused(new FundCommand.Allocate(GOVERNANCE, unit, 30, NOON)))
        .isEqualTo("FUND-005");
    assertThat(
            books.said(
                new FundCommand.Allocate(GOVERNANCE, new StationId("ST-511523101"), 30, NOON)))
        .hasSize(1);
  }

  @Test
  void an_allocation_is_of_something_in_the_right_place_from_an_open_fund() {
    books.open(GOVERNANCE, FundType.CA_GOVERNANCE, 100);
    StationId unit = new StationId("ST-511523100");
    assertThat(books.refused(new FundCommand.Allocate(GOVERNANCE, unit, 0, NOON)))
        .isEqualTo("FUND-001");
    assertThat(books.refused(new FundCommand.Allocate(GOVERNANCE, unit, Long.MAX_VALUE, NOON)))
        .isEqualTo("FUND-001");
    assertThat(
            books.refused(
                new FundCommand.Allocate(GOVERNANCE, new StationId("ST-511524"), 1, NOON)))
        .isEqualTo("FUND-012");
    Instant newYear = Instant.parse("2026-12-31T16:00:00Z");
    assertThat(books.refused(new FundCommand.Allocate(GOVERNANCE, unit, 1, newYear)))
        .isEqualTo("FUND-007");
    books.when(new FundCommand.Freeze(GOVERNANCE, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(new FundCommand.Allocate(GOVERNANCE, unit, 1, NOON)))
        .isEqualTo("FUND-007");
  }

  @Test
  void nothing_comes_into_a_fund_that_is_not() {
    assertThatThrownBy(() -> books.when(contribute(1))).isInstanceOf(NotFound.class);
  }
}
