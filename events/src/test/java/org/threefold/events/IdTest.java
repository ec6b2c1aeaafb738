package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

  static java.util.stream.Stream<Function<String, Id>> plainKinds() {
    return java.util.stream.Stream.of(
        AlertId::new,
        CharityId::new,
        ContractId::new,
        DisbursementId::new,
        EvaluationId::new,
        EvaluatorId::new,
        FundId::new,
        ItemCode::new,
        OperatorId::new,
        ProgrammeId::new,
        ReservationId::new,
        ResidentRef::new);
  }

  @ParameterizedTest
  @MethodSource("plainKinds")
  void a_plain_id_is_1_to_64_harmless_characters(Function<String, Id> kind) {
    for (String good : new String[] {"A", "0", "CA_ELDERLY-2026", "a.b_c:d-e", "x".repeat(64)}) {
      assertThat(kind.apply(good)).hasToString(good).returns(good, Id::value);
    }
    for (String bad :
        new String[] {"", " ", "-a", "a b", "a/b", "a@1", "张三", "x".repeat(65), "a\n"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(bad));
    }
  }

  @Test
  void plain_is_what_the_pattern_says_for_each_character_at_each_place() {
    for (int each = 0; each < 0x3000; each++) {
      for (String text : new String[] {"" + (char) each, "a" + (char) each, (char) each + "a"}) {
        assertThat(isFundId(text)).as("U+%04X", each).isEqualTo(Id.PLAIN.matcher(text).matches());
      }
    }
  }

  private static boolean isFundId(String text) {
    try {
      return new FundId(text).value().equals(text);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"N-511523100001-20261123-0001", "N-511523100001-20261123-123456789"})
  void a_need_is_numbered_where_and_when_it_was_collected(String good) {
    assertThat(new NeedId(good)).hasToString(good);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "N-1",
        "n-511523100001-20261123-0001",
        "N-511523100-20261123-0001",
        "N-511523100001-20261123-001",
        "N-511523100001-20261123-1234567890",
        "N-511523100001-20261123-0001 "
      })
  void any_other_text_is_no_need(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new NeedId(bad));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-2026-511523100-0001", "P-2026-511523-0001"})
  void a_project_is_numbered_by_year_and_division(String good) {
    assertThat(new ProjectId(good)).hasToString(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P-26-511523100-0001", "P-2026-51152-0001", "P-2026-511523100-001"})
  void any_other_text_is_no_project(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ProjectId(bad));
  }

  @ParameterizedTest
  @CsvSource({"RS-511523100-0001, 511523100", "RS-511523-123456789, 511523"})
  void a_resource_is_numbered_where_it_belongs(String good, String home) {
    assertThat(new ResourceId(good)).hasToString(good);
    assertThat(new ResourceId(good).home()).isEqualTo(new DivisionCode(home));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RS-1", "RS-511523100001-0001", "RS-511523100-001", "rs-511523-0001"})
  void any_other_text_is_no_resource(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ResourceId(bad));
  }

  @Test
  void a_case_is_named_after_its_need_and_the_round() {
    assertThat(CaseId.of(Samples.NEED, 2)).hasToString("C-511523100001-20261123-0001-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C-511523100001-20261123-0001", "N-511523100001-20261123-0001-1"})
  void any_other_text_is_no_case(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CaseId(bad));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CAB", "CYL", "WMF2", "FI"})
  void a_department_is_a_short_code(String good) {
    assertThat(new DeptCode(good)).hasToString(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "cab", "2AB", "ABCDEFGHIJK", "CA-B"})
  void any_other_text_is_no_department(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeptCode(bad));
  }

  @ParameterizedTest
  @CsvSource({"dept-cyl, 2026-017", "d2, 7f3a1c52-0b0e-4a53-9d0c-2f1b9e1c0c11", "oa-wmf, A.b_c"})
  void an_activity_is_named_by_its_system_and_what_that_calls_it(String system, String id) {
    ActivityId activity = ActivityId.of(new SourceSystem(system), new ForeignId(id));

    assertThat(activity).hasToString(system + ":" + id);
    assertThat(activity.system()).hasToString(system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dept-cyl", "dept-cyl:", ":1", "Dept:1", "d:1", "dept-cyl:a:b", "dept-cyl:张三"})
  void any_other_text_is_no_activity(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ActivityId(bad));
  }

  @Test
  void the_longest_names_of_a_system_and_its_activity_still_fit_a_stream() {
    ActivityId longest =
        ActivityId.of(new SourceSystem("d".repeat(24)), new ForeignId("1".repeat(39)));

    assertThat(Stream.of("activity", longest).id()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceSystem("d".repeat(25)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ForeignId("1".repeat(40)));
  }

  @ParameterizedTest
  @CsvSource({
    "ST-511523, 511523, false",
    "ST-511523100, 511523100, false",
    "RM-511523100001, 511523100001, true"
  })
  void the_id_of_a_unit_names_its_tier_and_its_division(String id, String division, boolean room) {
    StationId station = new StationId(id);

    assertThat(station.division()).isEqualTo(new DivisionCode(division));
    assertThat(station.isRoom()).isEqualTo(room);
    assertThat(station).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ST-", "ST-511523100001", "RM-511523100", "XX-511523", "ST-51152a"})
  void any_other_text_is_no_unit(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StationId(bad));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5115", "5115231", "51152310000", "5115231000011", "51152x", "５１１５２３"})
  void a_division_has_6_9_or_12_digits(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DivisionCode(bad));
  }

  @Test
  void a_division_covers_itself_and_what_lies_inside_it() {
    assertThat(Samples.COUNTY.covers(Samples.COUNTY)).isTrue();
    assertThat(Samples.COUNTY.covers(Samples.COMMUNITY)).isTrue();
    assertThat(Samples.TOWN.covers(Samples.COMMUNITY)).isTrue();
    assertThat(Samples.TOWN.covers(Samples.COUNTY)).isFalse();
    assertThat(Samples.TOWN.covers(new DivisionCode("511523101001"))).isFalse();
  }

  @Test
  void a_community_lies_in_a_town_and_the_county_in_none() {
    assertThat(Samples.COMMUNITY.town()).isEqualTo(Samples.TOWN);
    assertThat(Samples.TOWN.town()).isEqualTo(Samples.TOWN);
    assertThatIllegalStateException().isThrownBy(Samples.COUNTY::town);
  }

  @Test
  void a_stream_is_a_kind_and_an_id() {
    Stream stream = Stream.parse("need/N-511523100001-20261123-0001");

    assertThat(stream).isEqualTo(Stream.of("need", Samples.NEED));
    assertThat(stream).hasToString("need/N-511523100001-20261123-0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "need", "need/", "/x", "Need/x", "need/a/b", "n/x", "need/a b"})
  void any_other_text_is_no_stream(String bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> Stream.parse(bad));
  }

  @Test
  void a_refused_id_is_quoted_shortened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FundId("x".repeat(1_000)))
        .withMessage("Not a fund id: " + "x".repeat(80) + "…");
  }

  @Test
  void every_kind_of_id_travels_as_its_bare_text() {
    assertThat(Arrays.asList(Id.class.getPermittedSubclasses()))
        .allSatisfy(kind -> assertThat(EventSchemas.patternOf(kind)).isNotEmpty());
    assertThat(Trees.valueOf(Samples.NEED).asString()).isEqualTo(Samples.NEED.value());
    assertThat(Trees.valueOf(Samples.HUB).asString()).isEqualTo("ST-511523");
  }

  @ParameterizedTest
  @CsvSource({
    "100, EXCELLENT",
    "90.00, EXCELLENT",
    "89.99, GOOD",
    "80, GOOD",
    "79.99, PASS",
    "60, PASS",
    "59.99, FAIL",
    "0, FAIL"
  })
  void a_grade_is_a_half_open_band(BigDecimal published, Grade grade) {
    assertThat(Grade.of(published)).isEqualTo(grade);
  }

  @Test
  void a_grade_is_at_least_as_good_as_itself_and_any_lower_one() {
    assertThat(Grade.GOOD.atLeast(Grade.GOOD)).isTrue();
    assertThat(Grade.GOOD.atLeast(Grade.PASS)).isTrue();
    assertThat(Grade.GOOD.atLeast(Grade.EXCELLENT)).isFalse();
  }

  @Test
  void a_topic_is_found_by_its_name() {
    assertThat(Topic.values())
        .allSatisfy(it -> assertThat(Topic.named(it.topicName())).isEqualTo(it));
    assertThatIllegalArgumentException().isThrownBy(() -> Topic.named("gossip"));
  }
}
