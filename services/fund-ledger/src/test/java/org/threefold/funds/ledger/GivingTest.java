package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.ELDERLY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.NotFound;
import org.threefold.events.ClientGroup;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.Purpose;

/** Opening funds and paying into them. */
class GivingTest {

  private final Books books = new Books();

  private static FundCommand.Contribute contribute(long fen) {
    return new FundCommand.Contribute(ELDERLY, fen, PayerKind.FISCAL, "receipt-1");
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
                null, "第二笔", FundType.CA_ELDERLY, Books.CAB, 2026, Books.COUNTY, null, null));
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
            new FundContributionReceived(ELDERLY, 5_000_000, PayerKind.FISCAL, "receipt-1"),
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
    books.open(ELDERLY, FundType.CA_ELDERLY, Long.MAX_VALUE);
    assertThat(books.refused(contribute(1))).isEqualTo("FUND-001");
    assertThat(books.balances(ELDERLY).availableFen()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nothing_comes_into_a_frozen_fund() {
    books.open(ELDERLY, FundType.CA_ELDERLY, 0);
    books.book.after(new Change.Frozen(ELDERLY, "county order"));
    assertThat(books.refused(contribute(1))).isEqualTo("FUND-007");
  }

  @Test
  void nothing_comes_into_a_fund_that_is_not() {
    assertThatThrownBy(() -> books.when(contribute(1))).isInstanceOf(NotFound.class);
  }
}
