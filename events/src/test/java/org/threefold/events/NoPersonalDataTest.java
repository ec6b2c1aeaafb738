package org.threefold.events;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoPersonalDataTest {

  /** Every field that is text, and why no resident can stand in it. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          entry("DivisionRegistered.name", "the official name of a division"),
          entry("StationRegistered.name", "the official name of a unit"),
          entry("StaffAssigned.staffRef", "a reference; who it is stands in the registry only"),
          entry("OperatorRegistered.name", "the registered name of an organisation"),
          entry("ArchiveItemFiled.archiveCode", "a code by DA/T 22"),
          entry("ArchiveItemFiled.sha256", "a hash of a document"),
          entry("ResourceUnitRegistered.name", "the name of an organisation or a team"),
          entry("ResourceUnitRegistered.englishName", "the same in English"),
          entry("ServiceItem.name", "the name of a kind of service"),
          entry("ServiceItem.englishName", "the same in English"),
          entry("ServiceItem.unit", "a unit of measure"),
          entry("NeedMatched.supplier", "the id of an item, activity, programme or resource"),
          entry("CaseOpened.workerRef", "a reference; who it is stands in the registry only"),
          entry("PurchaseGuidePublished.guide", "the version of a guide"),
          entry("PurchaserRegistered.name", "the name of a department"),
          entry("PurchaserRegistered.sourceSystem", "the id of a computer system"),
          entry("PurchaseItemListed.name", "the name of a kind of service"),
          entry("PurchaseItemListed.unit", "a unit of measure"),
          entry("LowFeeProgrammeRegistered.name", "the name of a programme"),
          entry("ProjectInitiated.guide", "the version of a guide"),
          entry("Milestone.id", "numbered within a project"),
          entry("Indicator.code", "the code of an indicator"),
          entry("Indicator.unit", "a unit of measure"),
          entry("ProjectFundingFailed.codes", "codes of rules"),
          entry("ServiceSessionHeld.session", "numbered within a project"),
          entry("MilestoneReached.milestone", "numbered within a project"),
          entry("FundSourceRegistered.name", "the name of a source of money"),
          entry("FundSourceRegistered.document", "the number of a public document"),
          entry("DepartmentActivityRejected.codes", "codes of rules"),
          entry("ActivityPublished.title", "a department's words; looked through, and not said on"),
          entry("ActivityPublished.place", "a department's words; looked through, and not said on"),
          entry("FundOpened.name", "the name of a fund"),
          entry("LeverageRecorded.ref", "the number of a public voucher"),
          entry("MicroFundDonationReceived.ref", "the number of a public voucher"),
          entry("FeeCollected.ref", "the number of a public voucher"),
          entry("FeeRefunded.ref", "the number of a public voucher"),
          entry("FundContributionReversed.ref", "the number of a public voucher"),
          entry("FundsRefunded.ref", "the number of a public voucher"),
          entry("FundContributionReceived.ref", "the number of a public voucher"),
          entry("LineFailure.code", "the code of a rule"),
          entry("IndicatorSystemPublished.system", "the id of a set of weights"),
          entry("IndicatorSystemPublished.formula", "the id of a formula"),
          entry("SupervisionVisitRecorded.visit", "numbered within an evaluation"),
          entry("SupervisionFindingRaised.finding", "numbered within an evaluation"),
          entry("SupervisionFindingClosed.finding", "numbered within an evaluation"),
          entry("ThirdPartyAssessmentSubmitted.reportSha256", "a hash of a document"),
          entry("EvaluationScored.formula", "the id of a formula"));

  private final PersonalData events = new PersonalData(ALLOWED);

  @Test
  void no_field_of_any_event_can_hold_who_a_resident_is() {
    assertThat(EventTypes.all()).flatExtracting(events::inFieldsOf).isEmpty();
  }

  @Test
  void no_value_of_any_sample_looks_like_personal_data() {
    for (Event event : Samples.all()) {
      assertThat(PersonalData.inText(Trees.pretty(Trees.of(event)))).as("%s", event).isEmpty();
    }
  }

  @Test
  void every_exception_is_still_needed() {
    PersonalData strict = new PersonalData(Map.of());
    Set<String> needed = new HashSet<>();
    for (Class<? extends Event> type : EventTypes.all()) {
      strict.inFieldsOf(type).forEach(it -> needed.add(it.substring(0, it.indexOf(' '))));
    }

    assertThat(ALLOWED.keySet()).containsExactlyInAnyOrderElementsOf(needed);
  }

  record Suspect(
      NeedId need, int phone, LocalDateHolder nested, List<String> remarks, Object anything) {}

  record LocalDateHolder(java.time.LocalDate birthDate, boolean hasIdCard) {}

  @Test
  void a_record_with_personal_data_is_found_out() {
    assertThat(new PersonalData(Map.of()).inFieldsOf(Suspect.class))
        .containsExactly(
            "Suspect.phone sounds like personal data: phone",
            "LocalDateHolder.birthDate sounds like personal data: birth",
            "LocalDateHolder.birthDate sounds like personal data: birthdate",
            "LocalDateHolder.hasIdCard sounds like personal data: card",
            "LocalDateHolder.hasIdCard sounds like personal data: idcard",
            "Suspect.remarks sounds like personal data: remarks",
            "Suspect.remarks can hold free text",
            "Suspect.anything can hold free text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51152319450101123X",
        "\"511523194501011234\"",
        "511523450101123",
        "电话13800138000",
        "+86 138 0013 8000",
        "6222021234567890123",
        "6222 0212 3456 7890",
        "someone@example.org"
      })
  void a_value_that_looks_like_personal_data_is_found_out(String value) {
    assertThat(PersonalData.inText("{\"ref\": " + value + "}")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "511523100001",
        "N-511523100001-20261123-0001",
        "3000000",
        "2026-11-23T02:00:00Z",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void codes_days_amounts_and_hashes_are_not_taken_for_personal_data(String value) {
    assertThat(PersonalData.inText("{\"ref\": \"" + value + "\"}")).isEmpty();
  }
}
