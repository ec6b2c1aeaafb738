package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.CAB;
import static org.threefold.funds.ledger.Books.COUNTY;
import static org.threefold.funds.ledger.Books.TOWN;
import static org.threefold.funds.ledger.Books.reserve;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.NotFound;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/** Sources, the funds that are opened from them, and how tightly each may be bound. */
class OpeningTest {

  private static final SourceId SOURCE = new SourceId("S-SPECIAL-01");
  private static final FundId FUND = new FundId("F-2026-SPECIAL-01");

  private final Books books = new Books();

  private static FundCommand.RegisterSource source(
      FundType type, @Nullable List<Purpose> purposes, @Nullable List<ClientGroup> groups) {
    return new FundCommand.RegisterSource(
        SOURCE, "专项资金", type, CAB, "江民发〔2026〕1号", purposes, groups, Set.of(CostCode.TAX));
  }

  private void special() {
    books.when(
        source(
            FundType.SPECIAL,
            List.of(Purpose.SERVICE_PROJECT, Purpose.ACTIVITY),
            List.of(ClientGroup.ELDER, ClientGroup.CHILD)));
  }

  private static FundCommand.OpenFund fund(
      FundType type,
      DeptCode owner,
      @Nullable List<Purpose> purposes,
      @Nullable List<ClientGroup> groups) {
    return new FundCommand.OpenFund(
        FUND, "专项", type, owner, 2026, COUNTY, purposes, groups, SOURCE, null, Set.of());
  }

  @Test
  void a_source_says_what_its_document_says() {
    assertThat(
            books.when(
                source(
                    FundType.SPECIAL,
                    List.of(Purpose.SERVICE_PROJECT),
                    List.of(ClientGroup.ELDER))))
        .containsExactly(
            new FundSourceRegistered(
                SOURCE,
                "专项资金",
                FundType.SPECIAL,
                CAB,
                "江民发〔2026〕1号",
                List.of(Purpose.SERVICE_PROJECT),
                List.of(ClientGroup.ELDER),
                List.of(CostCode.TAX)));
    assertThat(books.refused(source(FundType.SPECIAL, List.of(Purpose.ACTIVITY), null)))
        .isEqualTo("FUND-009");
  }

  @Test
  void a_source_is_bound_as_its_type_is_or_more_tightly() {
    assertThat(books.refused(source(FundType.SPECIAL, null, null))).isEqualTo("FUND-004");
    assertThat(books.refused(source(FundType.CA_ELDERLY, null, List.of(ClientGroup.CHILD))))
        .isEqualTo("FUND-010");
    assertThat(books.said(source(FundType.CA_ELDERLY, null, List.of(ClientGroup.ELDER))))
        .hasSize(1);
  }

  @Test
  void a_source_without_an_id_gets_the_next_of_its_type() {
    special();
    var registered =
        books.said(
            new FundCommand.RegisterSource(
                null,
                "第二",
                FundType.SPECIAL,
                CAB,
                "文件",
                List.of(Purpose.ACTIVITY),
                null,
                Set.of()));
    assertThat(((FundSourceRegistered) registered.getFirst()).source())
        .isEqualTo(new SourceId("S-SPECIAL-02"));
  }

  @Test
  void a_fund_takes_from_its_source_what_it_does_not_say_itself() {
    special();
    FundOpened opened = (FundOpened) books.said(fund(FundType.SPECIAL, CAB, null, null)).getFirst();
    assertThat(opened.purposes()).containsExactly(Purpose.SERVICE_PROJECT, Purpose.ACTIVITY);
    assertThat(opened.groups()).containsExactly(ClientGroup.ELDER, ClientGroup.CHILD);
    assertThat(opened.prohibited()).containsExactly(CostCode.TAX);
    assertThat(opened.source()).isEqualTo(SOURCE);
  }

  @Test
  void a_fund_is_bound_as_its_source_or_more_tightly_and_is_of_its_type_and_owner() {
    special();
    assertThat(books.refused(fund(FundType.PILOT, CAB, null, null))).isEqualTo("FUND-024");
    assertThat(books.refused(fund(FundType.SPECIAL, new DeptCode("WMF"), null, null)))
        .isEqualTo("FUND-024");
    assertThat(books.refused(fund(FundType.SPECIAL, CAB, List.of(Purpose.SIGNAGE), null)))
        .isEqualTo("FUND-024");
    assertThat(books.refused(fund(FundType.SPECIAL, CAB, null, List.of()))).isEqualTo("FUND-024");
    assertThat(
            books.said(
                fund(FundType.SPECIAL, CAB, List.of(Purpose.ACTIVITY), List.of(ClientGroup.CHILD))))
        .hasSize(1);
  }

  @Test
  void a_fund_of_a_source_that_is_not_is_not_found() {
    assertThatThrownBy(() -> books.when(fund(FundType.SPECIAL, CAB, null, null)))
        .isInstanceOf(NotFound.class);
  }

  private FundCommand.OpenFund in(DivisionCode... divisions) {
    return new FundCommand.OpenFund(
        FUND,
        "治理",
        FundType.CA_GOVERNANCE,
        CAB,
        2026,
        COUNTY,
        null,
        null,
        null,
        List.of(divisions),
        Set.of(CostCode.VENUE));
  }

  @Test
  void a_fund_is_spent_in_the_divisions_it_lists_which_lie_in_its_own() {
    assertThat(books.refused(in(new DivisionCode("511524")))).isEqualTo("FUND-012");
    books.when(in(new DivisionCode("511523101")));
    books.when(new FundCommand.Contribute(FUND, 100, PayerKind.FISCAL, "receipt-1"));
    assertThat(books.failures(reserve(1, Books.line(FUND, 1)))).containsExactly("FUND-012");
    Plan there = new Plan(2, List.of(Books.line(FUND, 1)), 1, new DivisionCode("511523101001"));
    assertThat(books.failures(reserve(there))).isEmpty();
  }

  @Test
  void a_fund_never_pays_the_costs_it_names() {
    books.when(in(TOWN));
    books.when(new FundCommand.Contribute(FUND, 100, PayerKind.FISCAL, "receipt-1"));
    assertThat(
            books.failures(
                reserve(1, new Plan.Line(FUND, 1, Purpose.SERVICE_PROJECT, CostCode.VENUE))))
        .containsExactly("FUND-013");
    assertThat(books.failures(reserve(2, Books.line(FUND, 1)))).isEmpty();
  }
}
