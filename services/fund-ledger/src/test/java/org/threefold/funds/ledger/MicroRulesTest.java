package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.funds.ledger.Books.ELDERLY;
import static org.threefold.funds.ledger.Books.NOON;
import static org.threefold.funds.ledger.Community.MICRO;
import static org.threefold.funds.ledger.Community.charter;
import static org.threefold.funds.ledger.Community.donate;
import static org.threefold.funds.ledger.Community.establish;
import static org.threefold.funds.ledger.Community.grant;
import static org.threefold.funds.ledger.Community.votes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Role;
import org.threefold.events.CharityId;
import org.threefold.events.DivisionCode;
import org.threefold.events.FounderKind;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundEvent.MicroFundDonationReceived;
import org.threefold.events.FundEvent.MicroFundEnded;
import org.threefold.events.FundEvent.MicroFundEstablished;
import org.threefold.events.FundEvent.MicroFundFellDormant;
import org.threefold.events.FundEvent.MicroFundGrantApproved;
import org.threefold.events.FundEvent.MicroFundStatementPublished;
import org.threefold.events.FundType;
import org.threefold.events.GrantPurpose;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.journal.Overdue;

/** A community micro-fund: founded by three sides, given to, given away by its committee, ended. */
class MicroRulesTest {

  /** The last instant of 2026 and of January 2027 in the county, and the first ones after. */
  private static final Instant OLD_YEAR = Instant.parse("2026-12-31T15:59:59Z");

  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
  private static final Instant JANUARY = Instant.parse("2027-01-31T15:59:59Z");
  private static final Instant FEBRUARY = Instant.parse("2027-01-31T16:00:00Z");

  private final Books books = Books.ofTheStory();

  @BeforeEach
  void a_fund_of_the_type_is_open() {
    books.open(MICRO, FundType.MICRO, 100);
  }

  private void established() {
    books.when(establish(charter(), NOON));
  }

  private MicroFund.State state() {
    return books.book.micros().get(MICRO).state();
  }

  private static MicroCommand.Publish publish(int year, Instant at) {
    return new MicroCommand.Publish(MICRO, year, at);
  }

  private static MicroCommand.End end(Instant at) {
    return new MicroCommand.End(MICRO, at);
  }

  private List<LedgerCommand> due(Instant now) {
    return books.book.due(now, 9).stream().map(Overdue::command).toList();
  }

  @Test
  void it_is_established_by_three_sides_with_a_charity_and_a_committee() {
    assertThat(books.when(establish(charter(), NOON)))
        .containsExactly(
            new MicroFundEstablished(
                MICRO,
                new CharityId("CH-1"),
                List.of(FounderKind.COMMUNITY, FounderKind.ENTERPRISE, FounderKind.AGENCY),
                5,
                2));
    assertThat(state()).isEqualTo(MicroFund.State.ESTABLISHED);
    assertThat(books.refused(establish(charter(), NOON))).isEqualTo("FUND-040");
  }

  @Test
  void only_an_open_fund_of_the_type_is_established() {
    assertThat(books.refused(new MicroCommand.Establish(ELDERLY, charter(), NOON)))
        .isEqualTo("FUND-040");
    books.when(new FundCommand.Freeze(MICRO, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(establish(charter(), NOON))).isEqualTo("FUND-007");
  }

  @ParameterizedTest
  @EnumSource(names = {"GOVERNMENT", "COMMUNITY"})
  void government_or_community_enterprises_and_agencies_found_it(FounderKind first) {
    LocalDate day = LocalDate.parse("2026-03-01");
    assertThat(books.refused(establish(charter(day, 5, 2, FounderKind.ENTERPRISE), NOON)))
        .isEqualTo("FUND-021");
    assertThat(books.refused(establish(charter(day, 5, 2, first, FounderKind.AGENCY), NOON)))
        .isEqualTo("FUND-021");
    assertThat(books.refused(establish(charter(day, 5, 2, first, FounderKind.ENTERPRISE), NOON)))
        .isEqualTo("FUND-021");
    Charter whole = charter(day, 5, 2, first, FounderKind.ENTERPRISE, FounderKind.AGENCY);
    assertThat(books.said(establish(whole, NOON))).hasSize(1);
  }

  @Test
  void nobody_has_signed_tomorrow() {
    FounderKind[] all = FounderKind.values();
    // Noon of the 23rd is the 23rd in the county.
    assertThat(books.refused(establish(charter(LocalDate.parse("2026-11-24"), 5, 2, all), NOON)))
        .isEqualTo("FUND-041");
    assertThat(books.said(establish(charter(LocalDate.parse("2026-11-23"), 5, 2, all), NOON)))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4, false",
    "5, 1, false",
    "5, 2, true",
    "6, 2, true",
    "7, 2, false",
    "9, 3, true"
  })
  void five_sit_on_a_committee_and_a_third_of_them_are_residents(
      int members, int residents, boolean isEnough) {
    var command =
        establish(
            charter(LocalDate.parse("2026-03-01"), members, residents, FounderKind.values()), NOON);
    if (isEnough) {
      assertThat(books.said(command)).hasSize(1);
    } else {
      assertThat(books.refused(command)).isEqualTo("FUND-042");
    }
  }

  @Test
  void a_member_has_one_seat() {
    Charter good = charter();
    List<Charter.Member> twice =
        List.of(
            good.committee().get(0),
            good.committee().get(0),
            good.committee().get(1),
            good.committee().get(2),
            good.committee().get(3));
    Charter bad =
        new Charter(
            good.host(),
            good.document(),
            good.purpose(),
            good.endConditions(),
            good.residualUse(),
            good.signedOn(),
            good.founders(),
            twice);
    assertThat(books.refused(establish(bad, NOON))).isEqualTo("FUND-042");
  }

  private static FundingCommand.Reserve project(long fen) {
    return Books.reserve(1, Books.line(MICRO, fen));
  }

  @Test
  void money_a_project_holds_is_given_back_before_a_committee_decides() {
    assertThat(books.failures(project(60))).isEmpty();
    assertThat(books.refused(establish(charter(), NOON))).isEqualTo("FUND-017");
    books.when(new FundingCommand.Release(Books.PROJECT, null, ReleaseCause.PROJECT_CANCELLED));
    established();
    assertThat(books.failures(Books.reserve(2, Books.line(MICRO, 60)))).contains("FUND-020");
  }

  @Test
  void a_gift_is_available_and_its_giver_is_a_kind() {
    established();
    assertThat(books.when(donate(40, "JZ-1", NOON)))
        .containsExactly(
            new MicroFundDonationReceived(MICRO, 40, PayerKind.ENTERPRISE, "JZ-1"),
            new FundBalanceChanged(MICRO, 140, 0, 0, 0, 0, 140));
    assertThat(state()).isEqualTo(MicroFund.State.ACTIVE);
  }

  @Test
  void a_gift_is_something_and_is_booked_once_through_its_own_door() {
    assertThatThrownBy(() -> books.when(donate(40, "JZ-1", NOON))).isInstanceOf(NotFound.class);
    established();
    assertThat(books.refused(donate(0, "JZ-1", NOON))).isEqualTo("FUND-001");
    assertThat(books.refused(donate(Long.MAX_VALUE, "JZ-1", NOON))).isEqualTo("FUND-001");
    assertThat(books.refused(donate(1, "receipt-1", NOON))).isEqualTo("FUND-015");
    books.when(donate(40, "JZ-1", NOON));
    assertThat(books.refused(donate(40, "JZ-1", NOON))).isEqualTo("FUND-015");
    assertThat(books.refused(new FundCommand.Contribute(MICRO, 1, PayerKind.CHARITY, "JZ-2")))
        .isEqualTo("FUND-047");
  }

  @Test
  void what_the_committee_votes_for_is_paid() {
    established();
    ProjectId project = Books.PROJECT;
    assertThat(
            books.when(
                new MicroCommand.Grant(
                    MICRO, 30, GrantPurpose.VOLUNTEERING, votes(2, 1), project, NOON)))
        .containsExactly(
            new MicroFundGrantApproved(MICRO, 1, 30, GrantPurpose.VOLUNTEERING, 2, 1, project),
            new FundBalanceChanged(MICRO, 100, 0, 0, 30, 0, 70));
    assertThat(state()).isEqualTo(MicroFund.State.ACTIVE);
    assertThat(books.said(grant(70, votes(5, 0), NOON)))
        .containsExactly(
            new MicroFundGrantApproved(MICRO, 2, 70, GrantPurpose.HARDSHIP_CARE, 5, 0, null));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "1, 2", "2, 2", "0, 5"})
  void too_few_votes_or_too_few_that_say_yes_are_no_vote(int yes, int no) {
    established();
    assertThat(books.refused(grant(1, votes(yes, no), NOON))).isEqualTo("FUND-020");
  }

  @Test
  void only_members_vote_and_each_once() {
    established();
    List<MicroCommand.Vote> twice =
        List.of(
            new MicroCommand.Vote("M-1", true),
            new MicroCommand.Vote("M-1", true),
            new MicroCommand.Vote("M-2", true));
    assertThat(books.refused(grant(1, twice, NOON))).isEqualTo("FUND-043");
    assertThat(books.refused(grant(1, votes(6, 0), NOON))).isEqualTo("FUND-043");
  }

  @Test
  void what_is_given_is_something_and_is_there() {
    established();
    assertThat(books.refused(grant(0, votes(5, 0), NOON))).isEqualTo("FUND-001");
    assertThat(books.refused(grant(101, votes(5, 0), NOON))).isEqualTo("FUND-006");
    books.when(new FundCommand.Freeze(MICRO, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(grant(1, votes(5, 0), NOON))).isEqualTo("FUND-007");
    assertThat(books.said(donate(1, "JZ-1", NOON))).hasSize(1);
  }

  @Test
  void a_year_without_a_grant_lets_it_sleep_and_a_grant_wakes_it() {
    established();
    assertThat(books.book.micros().get(MICRO).dormantAt()).isNull();
    books.when(donate(40, "JZ-1", NOON));
    Instant later = Instant.parse("2027-01-20T04:00:00Z");
    books.when(grant(1, votes(5, 0), later));
    var asleep = new MicroCommand.FallDormant(MICRO, Instant.parse("2028-01-20T03:59:59Z"));
    assertThat(books.when(asleep)).isEmpty();
    Instant due = Instant.parse("2028-01-20T04:00:00Z");
    assertThat(due(due)).contains(new MicroCommand.FallDormant(MICRO, due));
    assertThat(books.when(new MicroCommand.FallDormant(MICRO, due)))
        .containsExactly(new MicroFundFellDormant(MICRO));
    assertThat(books.when(new MicroCommand.FallDormant(MICRO, due))).isEmpty();
    assertThat(state()).isEqualTo(MicroFund.State.DORMANT);
    books.when(donate(1, "JZ-2", due));
    assertThat(state()).isEqualTo(MicroFund.State.DORMANT);
    books.when(publish(2026, due));
    books.when(grant(1, votes(5, 0), due));
    assertThat(state()).isEqualTo(MicroFund.State.ACTIVE);
  }

  @Test
  void from_february_on_nothing_is_given_without_the_statement_of_the_year_before() {
    established();
    books.when(donate(40, "JZ-1", NOON));
    books.when(grant(30, votes(5, 0), OLD_YEAR));
    assertThat(books.said(grant(5, votes(5, 0), JANUARY))).hasSize(1);
    assertThat(books.refused(grant(5, votes(5, 0), FEBRUARY))).isEqualTo("FUND-044");
    assertThat(books.said(donate(7, "JZ-2", FEBRUARY))).hasSize(1);
    assertThat(books.said(publish(2026, FEBRUARY)))
        .containsExactly(new MicroFundStatementPublished(MICRO, 2026, 140, 30, 110));
    assertThat(books.said(grant(5, votes(5, 0), FEBRUARY))).hasSize(1);
  }

  @Test
  void a_year_is_stated_once_when_it_is_over_and_after_the_one_before() {
    established();
    assertThat(books.refused(publish(2026, OLD_YEAR))).isEqualTo("FUND-046");
    assertThat(books.refused(publish(2025, NEW_YEAR))).isEqualTo("FUND-046");
    Instant later = Instant.parse("2028-05-01T00:00:00Z");
    assertThat(books.refused(publish(2027, later))).isEqualTo("FUND-046");
    assertThat(books.said(publish(2026, later)))
        .containsExactly(new MicroFundStatementPublished(MICRO, 2026, 100, 0, 100));
    assertThat(books.refused(publish(2026, later))).isEqualTo("FUND-046");
    assertThat(books.refused(grant(5, votes(5, 0), later))).isEqualTo("FUND-044");
    assertThat(books.said(publish(2027, later)))
        .containsExactly(new MicroFundStatementPublished(MICRO, 2027, 0, 0, 100));
    assertThat(books.said(grant(5, votes(5, 0), later))).hasSize(1);
  }

  @Test
  void the_end_of_a_year_is_noted_without_anybody_asking() {
    established();
    assertThat(due(OLD_YEAR)).isEmpty();
    assertThat(due(NEW_YEAR)).containsExactly(new MicroCommand.EndYear(MICRO, NEW_YEAR));
    assertThat(books.when(new MicroCommand.EndYear(MICRO, NEW_YEAR))).isEmpty();
    assertThat(due(NEW_YEAR)).isEmpty();
    // What the bank takes back belongs to the year in which it does.
    assertThat(books.said(new FundCommand.Reverse(MICRO, "receipt-1")))
        .containsExactly(new FundContributionReversed(MICRO, 100, "receipt-1"));
    books.when(publish(2026, NEW_YEAR));
    assertThat(books.said(publish(2027, Instant.parse("2028-01-01T00:00:00Z"))))
        .containsExactly(new MicroFundStatementPublished(MICRO, 2027, -100, 0, 0));
  }

  @Test
  void what_is_left_at_the_end_goes_where_was_agreed() {
    established();
    books.when(donate(40, "JZ-1", NOON));
    books.when(grant(30, votes(5, 0), NOON));
    assertThat(books.when(end(NOON)))
        .containsExactly(
            new MicroFundEnded(MICRO, 110), new FundBalanceChanged(MICRO, 30, 0, 0, 30, 0, 0));
    assertThat(state()).isEqualTo(MicroFund.State.ENDED);
    assertThat(books.book.get(MICRO).status()).isEqualTo(Fund.Status.CLOSED);
    assertThat(due(Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
    assertThat(books.said(publish(2026, NOON)))
        .containsExactly(new MicroFundStatementPublished(MICRO, 2026, 140, 140, 0));
  }

  @Test
  void after_its_end_nothing_happens_and_a_frozen_one_does_not_end() {
    established();
    books.when(new FundCommand.Freeze(MICRO, FreezeReason.COUNTY_ORDER));
    assertThat(books.refused(end(NOON))).isEqualTo("FUND-007");
    books.when(new FundCommand.Unfreeze(MICRO, "treasurer", Set.of(Role.FINANCE)));
    books.when(new FundCommand.Unfreeze(MICRO, "director", Set.of(Role.CAB)));
    assertThat(books.said(end(NOON))).hasSize(1);
    assertThat(books.refused(end(NOON))).isEqualTo("FUND-045");
    assertThat(books.refused(donate(1, "JZ-1", NOON))).isEqualTo("FUND-045");
    assertThat(books.refused(grant(1, votes(5, 0), NOON))).isEqualTo("FUND-045");
  }

  @ParameterizedTest
  @ValueSource(strings = {"511523", "511523100"})
  void a_head_sees_the_micro_funds_of_its_town(String area) {
    Fund fund = books.book.get(MICRO);
    Actor head = new Actor("head", Set.of(Role.TST_HEAD), new DivisionCode(area), null, null, null);
    assertThat(Sight.seesMicro(head, fund)).isEqualTo(area.equals("511523"));
    assertThat(Sight.sees(head, fund)).isFalse();
  }

  @Test
  void a_saved_book_still_knows_its_micro_funds_and_one_saved_before_them_is_read() {
    String before = new String(books.book.save(), StandardCharsets.UTF_8);
    String old = before.replace(",\"micros\":[]", "");
    assertThat(old).isNotEqualTo(before);
    assertThat(FundBook.open(Books.TERMS, old.getBytes(StandardCharsets.UTF_8)).save())
        .isEqualTo(books.book.save());
    established();
    books.when(donate(40, "JZ-1", NOON));
    books.when(grant(30, votes(5, 0), JANUARY));
    FundBook again = FundBook.open(Books.TERMS, books.book.save());
    assertThat(again.micros().get(MICRO)).isEqualTo(books.book.micros().get(MICRO));
    assertThat(again.save()).isEqualTo(books.book.save());
  }
}
