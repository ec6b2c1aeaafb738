package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * Every code intake answers with, and the two tests that know it: one sees it refuse, and names it;
 * one sees what it allows. A code without both does not pass.
 */
class EveryRuleTest {

  private static final Pattern CODE = Pattern.compile("NEED-[0-9]{3}");
  private static final Path SOURCES = Path.of("src/main/java/org/threefold/needs");

  private static final RuleTable RULES =
      new RuleTable(
          Path.of("src/test/java/org/threefold/needs"),
          """
          NEED-001 SoughtTest.an_answer_is_looked_for_from_sorting_until_the_need_is_over SoughtTest.an_answer_is_looked_for_from_sorting_until_the_need_is_over
          NEED-001 NeedTest.only_what_the_unit_does_itself_can_it_complete NeedTest.direct_service_begins_at_once_and_needs_a_sufficient_match
          NEED-002 NeedTest.a_closed_unit_takes_no_needs NeedTest.a_need_is_collected_at_an_open_unit
          NEED-002 VisitTest.a_visit_is_received_by_an_open_unit_only VisitTest.a_visit_is_received_with_or_without_an_outcome
          NEED-003 NeedTest.the_words_must_say_something NeedTest.a_need_is_collected_at_an_open_unit
          NEED-004 NeedTest.a_need_without_a_group_is_nobodys NeedTest.a_need_is_collected_at_an_open_unit
          NEED-005 NeedTest.a_group_must_fit_the_age AnalysisTest.groups_and_ages_fit_or_not
          NEED-009 NeedTest.the_words_hold_no_personal_data NeedTest.a_need_is_collected_at_an_open_unit
          NEED-009 DeskIT.words_about_a_registered_resident_are_sealed_and_others_hold_no_numbers DeskIT.words_about_a_registered_resident_are_sealed_and_others_hold_no_numbers
          NEED-010 NeedTest.a_need_does_not_merge_into_what_is_over_away_itself_unknown_or_merging NeedTest.a_need_merges_into_a_live_one_of_its_town
          NEED-011 NeedTest.a_need_has_one_route NeedTest.a_need_goes_to_a_project
          NEED-012 NeedTest.a_room_escalates_to_its_own_town_station_only NeedTest.a_room_escalates_to_its_own_town_station_only
          NEED-013 NeedTest.a_town_station_hands_back_twice_at_most NeedTest.a_town_station_hands_back_twice_at_most
          NEED-015 NeedTest.what_is_not_there_is_no_match NeedTest.what_is_on_offer_can_be_matched
          NEED-015 SuppliersIT.a_resource_of_the_town_is_suggested_and_matched_until_it_is_withdrawn SuppliersIT.a_resource_of_the_town_is_suggested_and_matched_until_it_is_withdrawn
          NEED-017 GoingOnTest.without_consent_or_department_nothing_is_referred GoingOnTest.a_need_is_referred_with_consent_to_a_department_that_takes_part
          NEED-018 GoingOnTest.what_was_over_is_taken_up_again_within_thirty_days GoingOnTest.what_was_over_is_taken_up_again_within_thirty_days
          NEED-020 CaseRouteTest.only_an_entitled_social_worker_opens_one CaseRouteTest.a_case_begins_the_service_at_once
          NEED-021 CaseworkIT.stages_come_in_their_order CaseTest.a_case_goes_through_all_its_stages
          NEED-022 CaseRouteTest.for_a_minor_the_guardian_consents CaseRouteTest.for_a_minor_the_guardian_consents
          NEED-023 CaseTest.an_assessment_rests_on_an_interview_that_was CaseTest.a_case_goes_through_all_its_stages
          NEED-024 CaseTest.a_plan_is_signed_measurable_and_lasts_a_year_at_most CaseTest.a_case_goes_through_all_its_stages
          NEED-025 CaseTest.and_neither_less_nor_more CaseTest.an_intervention_takes_so_long
          NEED-026 ResidentIT.the_same_person_is_not_registered_twice ResidentIT.a_resident_is_registered_under_a_reference_that_says_nothing
          NEED-027 ResidentIT.the_same_person_is_not_registered_twice ResidentIT.a_resident_is_registered_under_a_reference_that_says_nothing
          NEED-028 ResidentIT.an_erased_resident_is_a_stone_and_its_words_are_gone ResidentIT.every_look_is_written_down_with_who_and_why
          NEED-029 ResidentIT.a_need_is_of_a_known_resident_or_of_nobody_known ResidentIT.a_need_is_of_a_known_resident_or_of_nobody_known
          NEED-030 VisitTest.an_outcome_after_the_day_says_why_so_late VisitTest.an_outcome_is_given_on_the_day_without_more
          NEED-031 NeedTest.a_need_is_not_collected_tomorrow_nor_long_ago NeedTest.a_need_is_collected_at_an_open_unit
          NEED-031 HelpRequestTest.a_response_lies_between_the_call_and_now HelpRequestTest.a_response_is_in_time_until_the_very_moment_it_is_due
          NEED-032 VisitTest.a_raised_need_is_named_and_is_of_the_unit VisitTest.a_visit_is_received_with_or_without_an_outcome
          NEED-040 PersonTest.what_is_no_number_is_refused_without_being_repeated PersonTest.numbers_are_kept_in_one_form_however_they_are_written
          NEED-041 PersonTest.a_minor_has_a_guardian_and_an_adult_may_have_one PersonTest.a_minor_has_a_guardian_and_an_adult_may_have_one
          NEED-042 PersonTest.without_a_birthday_the_band_of_one_person_is_told PersonTest.the_age_band_follows_from_the_birthday
          NEED-043 ResidentIT.fifty_residents_may_have_one_phone_and_no_more ResidentIT.fifty_residents_may_have_one_phone_and_no_more
          NEED-044 ResidentIT.residents_are_found_by_a_whole_number_however_it_is_written ResidentIT.residents_are_found_by_a_whole_number_however_it_is_written
          NEED-045 PersonTest.the_guardian_of_a_child_below_14_agrees_to_what_is_kept PersonTest.the_guardian_of_a_child_below_14_agrees_to_what_is_kept
          NEED-050 CaseTest.each_goal_has_a_score_and_the_client_has_one CaseTest.a_case_goes_through_all_its_stages
          NEED-051 CaseTest.a_supervisor_countersigns_what_the_worker_asks_for CaseTest.a_case_goes_through_all_its_stages
          NEED-052 CaseTest.a_referral_closes_the_case_if_the_client_agrees CaseTest.a_referral_closes_the_case_if_the_client_agrees
          NEED-053 CaseTest.and_for_no_others CaseTest.a_case_breaks_off_for_these_reasons
          NEED-054 CaseTest.a_follow_up_lies_between_the_end_and_today CaseTest.a_follow_up_in_time_is_not_told_as_late
          NEED-055 AlertTest.police_and_civil_affairs_are_told_and_neither_alone AlertTest.police_and_civil_affairs_are_told_and_neither_alone
          NEED-056 SafeguardingIT.a_report_that_is_not_whole_or_not_in_order_is_refused SafeguardingIT.an_alert_of_a_unit_that_never_opened_goes_its_whole_way
          NEED-070 DoorkeeperTest.a_key_that_is_not_known_is_refused_where_none_is_needed_too Open311IT.a_need_is_filed_by_phone_and_followed_by_its_number
          NEED-071 Open311IT.a_key_files_in_its_own_division_only Open311IT.a_key_files_in_its_own_division_only
          NEED-072 PlaceTest.what_names_no_place_is_refused PlaceTest.a_unit_or_a_town_is_one_place
          NEED-073 FilingTest.there_must_be_such_a_service_and_such_a_place FilingTest.a_form_says_what_for_whom_and_where
          NEED-074 Open311IT.a_list_needs_a_key_and_a_sane_question ListingTest.ninety_days_are_not_too_many
          NEED-075 FormTest.there_is_an_end_to_every_length FormTest.whatever_people_write_comes_through
          """);

  static List<RuleTable.Row> rows() {
    return RULES.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_rule_is_seen_refusing_and_allowing(RuleTable.Row row) {
    assertThat(RULES.test(row.refuses())).contains('"' + row.code());
    assertThat(RULES.test(row.allows())).isNotEmpty();
  }

  @Test
  void every_code_there_is_has_a_row() throws IOException {
    assertThat(RULES.codes()).isEqualTo(said());
    assertThat(RuleTable.written(SOURCES, CODE)).isEqualTo(said());
  }

  @Test
  void a_row_that_names_no_test_would_be_found() {
    assertThat(RULES.test("NeedTest.nobody_ever_wrote_this")).isEmpty();
    assertThat(RULES.test("NeedTest.a_need_is_collected_at_an_open_unit")).doesNotContain("NEED-");
  }

  /** The codes somebody has written a sentence for. */
  private static Set<String> said() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Refused.class.getResourceAsStream("problems/needs-intake_en.properties"))) {
      Properties sentences = new Properties();
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new TreeSet<>(sentences.stringPropertyNames());
    }
  }
}
