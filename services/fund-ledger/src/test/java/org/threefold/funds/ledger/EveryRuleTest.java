package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threefold.access.Refused;
import org.threefold.testkit.RuleTable;

/**
 * Every code the ledger answers with, and the two tests that know it: one sees it refuse, and names
 * it; one sees what it allows. A code without both does not pass.
 *
 * <p>FUND-002 has no row: nobody can ask for half a plan. That the books would not take one is
 * tested in {@link GuardingTest}.
 */
class EveryRuleTest {

  private static final Pattern CODE = Pattern.compile("FUND-[0-9]{3}");
  private static final Path TESTS = Path.of("src/test/java/org/threefold/funds");
  private static final Path SOURCES = Path.of("src/main/java/org/threefold/funds");
  private static final String NO_ANSWER = "FUND-002";

  private static final String TABLE =
      """
      FUND-001 GivingTest.nothing_and_less_than_nothing_cannot_come_in GivingTest.what_comes_in_is_available
      FUND-001 BadInputIT.an_amount_is_a_whole_number_of_fen_above_zero BadInputIT.an_amount_is_a_whole_number_of_fen_above_zero
      FUND-003 ReservingTest.lines_must_add_up_to_the_budget ReservingTest.all_lines_are_held_or_none
      FUND-004 GivingTest.an_earmarked_fund_must_say_what_for GivingTest.an_earmarked_fund_must_say_what_for
      FUND-005 ReservingTest.a_fund_stands_in_a_plan_once ReservingTest.all_lines_are_held_or_none
      FUND-005 GivingTest.a_unit_gets_its_running_costs_once_a_year_from_a_fund GivingTest.a_unit_gets_its_running_costs_once_a_year_from_a_fund
      FUND-006 ReservingTest.one_short_line_rejects_all_and_says_what_is_there ReservingTest.all_lines_are_held_or_none
      FUND-007 ReservingTest.budget_money_is_held_in_its_own_year_only ReservingTest.given_money_does_not_lapse
      FUND-008 ReservingTest.a_plan_must_be_newer_than_the_last ReservingTest.a_plan_must_be_newer_than_the_last
      FUND-009 GivingTest.an_id_is_given_once GivingTest.a_fund_without_an_id_gets_the_next_of_its_year_and_type
      FUND-010 ReservingTest.money_for_elders_needs_an_elder ReservingTest.money_for_elders_needs_an_elder
      FUND-011 ReservingTest.cash_never_goes_to_persons ReservingTest.all_lines_are_held_or_none
      FUND-012 ReservingTest.signs_are_paid_by_money_for_signs ReservingTest.signs_are_paid_by_money_for_signs
      FUND-013 ReservingTest.lottery_money_pays_no_overheads ReservingTest.lottery_money_pays_no_overheads
      FUND-014 SeedingTest.a_receipt_never_counts_for_more_than_came_in SeedingTest.a_receipt_is_shared_by_the_funds_that_drew_it_in
      FUND-015 GivingTest.a_receipt_is_booked_once_on_a_fund GivingTest.what_comes_in_is_available
      FUND-016 GivingTest.a_receipt_is_taken_back_once_and_only_if_it_came_in GivingTest.what_the_bank_takes_back_is_gone
      FUND-017 GuardingTest.a_fund_that_binds_money_is_not_closed GuardingTest.a_fund_that_binds_money_is_not_closed
      FUND-018 SettlingTest.what_came_back_before_the_settlement_is_not_there_to_pay_it SettlingTest.what_came_back_before_the_settlement_is_not_there_to_pay_it
      FUND-019 GuardingTest.an_open_fund_is_not_unfrozen GuardingTest.a_fund_is_unfrozen_by_a_person_of_each_side
      FUND-020 MicroRulesTest.too_few_votes_or_too_few_that_say_yes_are_no_vote MicroRulesTest.what_the_committee_votes_for_is_paid
      FUND-021 MicroRulesTest.government_or_community_enterprises_and_agencies_found_it MicroRulesTest.it_is_established_by_three_sides_with_a_charity_and_a_committee
      FUND-022 SeedingTest.only_another_departments_money_is_drawn_in SeedingTest.a_receipt_is_shared_by_the_funds_that_drew_it_in
      FUND-023 GuardingTest.a_fund_that_is_short_stays_frozen_until_it_is_filled_up GuardingTest.a_fund_that_is_short_stays_frozen_until_it_is_filled_up
      FUND-024 OpeningTest.a_fund_is_bound_as_its_source_or_more_tightly_and_is_of_its_type_and_owner OpeningTest.a_fund_takes_from_its_source_what_it_does_not_say_itself
      FUND-025 SeedingTest.no_other_money_draws_in SeedingTest.civil_affairs_draws_in
      FUND-026 GuardingTest.only_what_is_there_goes_on_and_only_into_the_next_fund_of_its_kind GuardingTest.what_both_sides_agree_on_goes_on_into_the_next_year
      FUND-027 SettlingTest.only_a_terminated_project_is_settled_by_agreement_and_once SettlingTest.what_the_work_was_worth_is_paid_and_the_rest_goes_back
      FUND-028 ReservingTest.only_so_much_of_a_plan_goes_into_overheads ReservingTest.only_so_much_of_a_plan_goes_into_overheads
      FUND-029 GuardingTest.what_is_left_lapses_when_the_year_is_over_in_the_county GuardingTest.what_is_left_lapses_when_the_year_is_over_in_the_county
      FUND-030 PayingTest.the_last_tranche_is_not_paid_on_a_grade_that_no_longer_stands PayingTest.the_last_tranche_is_not_paid_on_a_grade_that_no_longer_stands
      FUND-031 PayingTest.the_second_tranche_is_not_paid_without_evidence PayingTest.the_second_tranche_is_not_paid_without_evidence
      FUND-032 PayingTest.one_person_does_not_give_both_approvals PayingTest.money_goes_with_the_second_approval_only
      FUND-033 PayingTest.the_second_approval_is_finance_only PayingTest.money_goes_with_the_second_approval_only
      FUND-034 PayingTest.what_is_paid_is_not_paid_again PayingTest.money_goes_with_the_second_approval_only
      FUND-035 SettlingTest.a_payment_that_was_sent_back_waits_until_it_is_put_forward_again SettlingTest.a_payment_that_was_sent_back_waits_until_it_is_put_forward_again
      FUND-038 SettlingTest.only_who_could_approve_sends_back_and_only_what_is_not_paid SettlingTest.a_payment_that_was_sent_back_waits_until_it_is_put_forward_again
      FUND-040 MicroRulesTest.only_an_open_fund_of_the_type_is_established MicroRulesTest.it_is_established_by_three_sides_with_a_charity_and_a_committee
      FUND-041 MicroRulesTest.nobody_has_signed_tomorrow MicroRulesTest.nobody_has_signed_tomorrow
      FUND-042 MicroRulesTest.five_sit_on_a_committee_and_a_third_of_them_are_residents MicroRulesTest.five_sit_on_a_committee_and_a_third_of_them_are_residents
      FUND-043 MicroRulesTest.only_members_vote_and_each_once MicroRulesTest.what_the_committee_votes_for_is_paid
      FUND-044 MicroRulesTest.from_february_on_nothing_is_given_without_the_statement_of_the_year_before MicroRulesTest.from_february_on_nothing_is_given_without_the_statement_of_the_year_before
      FUND-045 MicroRulesTest.after_its_end_nothing_happens_and_a_frozen_one_does_not_end MicroRulesTest.what_the_committee_votes_for_is_paid
      FUND-046 MicroRulesTest.a_year_is_stated_once_when_it_is_over_and_after_the_one_before MicroRulesTest.a_year_is_stated_once_when_it_is_over_and_after_the_one_before
      FUND-047 MicroRulesTest.a_gift_is_something_and_is_booked_once_through_its_own_door MicroRulesTest.a_gift_is_available_and_its_giver_is_a_kind
      FUND-050 ChargingTest.only_a_fund_of_fees_belongs_to_a_programme_and_a_programme_has_one ChargingTest.what_users_pay_is_available
      FUND-051 ChargingTest.only_a_fund_of_fees_belongs_to_a_programme_and_a_programme_has_one ChargingTest.what_users_pay_is_available
      FUND-052 ChargingTest.a_fund_without_a_programme_collects_nothing ChargingTest.what_users_pay_is_available
      FUND-053 ChargingTest.a_programme_that_does_not_run_collects_nothing ChargingTest.a_programme_gives_back_while_it_runs_or_pauses
      FUND-054 ChargingTest.fees_are_for_some_use_and_not_of_tomorrow ChargingTest.what_users_pay_is_available
      FUND-055 ChargingTest.a_user_gets_back_what_the_receipt_still_has ChargingTest.a_user_gets_back_what_the_receipt_still_has
      FUND-056 ChargingTest.users_pay_no_more_than_the_tariff_for_each_use ChargingTest.users_pay_no_more_than_the_tariff_for_each_use
      FUND-090 SheetTest.a_workbook_has_no_more_rows_than_a_sheet_can_show SheetTest.a_workbook_has_no_more_rows_than_a_sheet_can_show
      FUND-091 StatementsIT.two_hundred_funds_are_had_as_one_and_no_more StatementsIT.two_hundred_funds_are_had_as_one_and_no_more
      """;

  private static final RuleTable RULES = new RuleTable(TESTS, TABLE);

  static List<RuleTable.Row> rows() {
    return RULES.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_rule_is_seen_refusing_and_allowing(RuleTable.Row row) {
    assertThat(RULES.test(row.refuses())).contains('"' + row.code() + '"');
    assertThat(RULES.test(row.allows())).isNotEmpty();
  }

  @Test
  void every_code_there_is_has_a_row() throws IOException {
    Set<String> codes = RULES.codes();
    assertThat(codes).isEqualTo(said());
    codes.add(NO_ANSWER);
    assertThat(RuleTable.written(SOURCES, CODE)).isEqualTo(codes);
  }

  @Test
  void a_row_that_names_no_test_would_be_found() {
    assertThat(RULES.test("GivingTest.nobody_ever_wrote_this")).isEmpty();
    assertThat(RULES.test("GivingTest.what_comes_in_is_available")).doesNotContain("FUND-001");
  }

  /** The codes somebody has written a sentence for, in either of the two places. */
  private static Set<String> said() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (InputStream in :
        new ArrayList<>(
            List.of(
                Objects.requireNonNull(
                    Refused.class.getResourceAsStream("problems/fund-ledger_en.properties")),
                Objects.requireNonNull(
                    Explanation.class.getResourceAsStream("lines_en.properties"))))) {
      Properties sentences = new Properties();
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      codes.addAll(sentences.stringPropertyNames());
    }
    return codes;
  }
}
