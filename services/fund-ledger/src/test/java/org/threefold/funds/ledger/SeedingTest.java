package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.CAB;
import static org.threefold.funds.ledger.Books.COUNTY;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.GOVERNANCE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.LeverageRecorded;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.Purpose;

/** Money of other departments that ours drew in. */
class SeedingTest {

  private static final FundId WOMEN = new FundId("F-2026-DEPT-01");
  private static final FundId PILOT = new FundId("F-2026-PILOT-01");
  private static final DeptCode FEDERATION = new DeptCode("WMF");

  private final Books books = Books.ofTheStory();

  @BeforeEach
  void money_of_another_department_comes_in() {
    books.when(open(WOMEN, FEDERATION));
    books.when(new FundCommand.Contribute(WOMEN, 100, PayerKind.DEPARTMENT, "receipt-1"));
    books.open(PILOT, FundType.PILOT, 40);
  }

  private static FundCommand.OpenFund open(FundId id, DeptCode owner) {
    return new FundCommand.OpenFund(
        id, "妇联资金", FundType.DEPT, owner, 2026, COUNTY, null, null, null, null, Set.of());
  }

  private static FundCommand.RecordLeverage leverage(FundAmount... seeds) {
    return new FundCommand.RecordLeverage(WOMEN, "receipt-1", List.of(seeds));
  }

  private static FundAmount by(FundId seed, long fen) {
    return new FundAmount(seed, fen);
  }

  private LeverageView view(int year, Role role, DivisionCode area) {
    Actor actor = new Actor("reader", Set.of(role), area, null, FEDERATION, null);
    return LeverageView.of(year, actor, books.book, books.accounts);
  }

  private long leveraged() {
    return view(2026, Role.AUDITOR, COUNTY).leveragedFen();
  }

  @Test
  void a_receipt_is_shared_by_the_funds_that_drew_it_in() {
    assertThat(books.when(leverage(by(PILOT, 70), by(ELDERLY, 30))))
        .containsExactly(
            new LeverageRecorded(
                WOMEN, 100, FEDERATION, List.of(by(PILOT, 70), by(ELDERLY, 30)), "receipt-1"));
  }

  @Test
  void a_receipt_never_counts_for_more_than_came_in() {
    assertThat(books.refused(leverage(by(PILOT, 70), by(ELDERLY, 31)))).isEqualTo("FUND-014");
    assertThat(books.refused(leverage(by(PILOT, Long.MAX_VALUE), by(ELDERLY, Long.MAX_VALUE))))
        .isEqualTo("FUND-014");
    assertThat(books.said(leverage(by(PILOT, 70)))).hasSize(1);
    assertThat(books.refused(leverage(by(PILOT, 31)))).isEqualTo("FUND-014");
    assertThat(books.said(leverage(by(PILOT, 30)))).hasSize(1);
    assertThat(leveraged()).isEqualTo(100);
  }

  @Test
  void only_another_departments_money_is_drawn_in() {
    FundId own = new FundId("F-2026-DEPT-02");
    books.when(open(own, CAB));
    books.when(new FundCommand.Contribute(own, 100, PayerKind.DEPARTMENT, "receipt-1"));
    assertThat(books.refused(new FundCommand.RecordLeverage(own, "receipt-1", List.of())))
        .isEqualTo("FUND-022");
    assertThat(books.refused(new FundCommand.RecordLeverage(ELDERLY, "receipt-1", List.of())))
        .isEqualTo("FUND-022");
  }

  @Test
  void what_did_not_come_in_or_went_back_is_no_leverage() {
    assertThat(
            books.refused(
                new FundCommand.RecordLeverage(WOMEN, "receipt-9", List.of(by(PILOT, 1)))))
        .isEqualTo("FUND-016");
    books.when(new FundCommand.Reverse(WOMEN, "receipt-1"));
    assertThat(books.refused(leverage(by(PILOT, 1)))).isEqualTo("FUND-016");
    assertThatThrownBy(() ->
            books.when(
                new FundCommand.RecordLeverage(
                    new FundId("F-NONE"), "receipt-1", List.of(by(PILOT, 1)))))
        .isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PILOT",
        "SPECIAL",
        "CA_ASSISTANCE",
        "CA_ELDERLY",
        "CA_CHILD",
        "CA_GOVERNANCE",
        "CA_OTHER"
      })
  void civil_affairs_draws_in(FundType type) {
    FundId seed = new FundId("F-2026-" + type + "-09");
    books.when(Books.open(type, seed, List.of(Purpose.ACTIVITY), null));
    assertThat(books.said(leverage(by(seed, 1)))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DEPT", "WELFARE_LOTTERY", "MICRO", "FEE", "DONATION"})
  void no_other_money_draws_in(FundType type) {
    FundId seed = new FundId("F-2026-" + type + "-09");
    books.when(Books.open(type, seed, List.of(Purpose.ACTIVITY), null));
    assertThat(books.refused(leverage(by(seed, 1)))).isEqualTo("FUND-025");
    assertThat(books.refused(leverage(by(new FundId("F-NONE"), 1)))).isEqualTo("FUND-025");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void a_share_is_more_than_nothing(long fen) {
    assertThat(books.refused(leverage(by(PILOT, 1), by(ELDERLY, fen)))).isEqualTo("FUND-001");
    assertThat(books.refused(leverage())).isEqualTo("FUND-001");
  }

  @Test
  void the_headline_is_what_was_drawn_in_and_the_pooled_total_stands_beside_it() {
    books.when(leverage(by(PILOT, 70)));
    LeverageView view = view(2026, Role.CAB, COUNTY);
    assertThat(view.leveragedFen()).isEqualTo(70);
    assertThat(view.pooledFen()).isEqualTo(110);
    assertThat(view.labelZh()).contains("leveragedFen：撬动", "pooledFen：整合资金总额");
    assertThat(view.labelEn()).contains("leveragedFen: other", "pooledFen: the pooled");
    assertThat(view(2027, Role.CAB, COUNTY).pooledFen()).isZero();
    assertThat(view(2026, Role.CAB, new DivisionCode("511524")).pooledFen()).isZero();
  }

  @Test
  void what_the_bank_takes_back_was_not_drawn_in() {
    books.when(leverage(by(PILOT, 70)));
    books.when(new FundCommand.Contribute(WOMEN, 5, PayerKind.DEPARTMENT, "receipt-2"));
    books.when(new FundCommand.RecordLeverage(WOMEN, "receipt-2", List.of(by(GOVERNANCE, 5))));
    books.when(new FundCommand.Reverse(WOMEN, "receipt-1"));
    assertThat(leveraged()).isEqualTo(5);
  }

  @Test
  void a_saved_book_still_knows_what_was_counted() {
    books.when(leverage(by(PILOT, 70)));
    FundBook again = FundBook.open(Books.TERMS, books.book.save());
    assertThat(again.save()).isEqualTo(books.book.save());
    assertThat(again.leverages().recordedFen(WOMEN, "receipt-1")).isEqualTo(70);
  }

  @Test
  void a_book_that_was_saved_before_anything_was_drawn_in_is_still_read() {
    String saved = new String(books.book.save(), StandardCharsets.UTF_8);
    String old = saved.replace(",\"leverages\":[]", "");
    assertThat(old).isNotEqualTo(saved);
    assertThat(FundBook.open(Books.TERMS, old.getBytes(StandardCharsets.UTF_8)).save())
        .isEqualTo(books.book.save());
  }
}
