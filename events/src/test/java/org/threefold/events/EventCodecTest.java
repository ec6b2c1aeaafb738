package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  static Collection<Event> events() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_read_as_it_was_written(Event event) {
    assertThat((Object) EventCodec.read(event.getClass(), EventCodec.write(event)))
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_same_event_gives_the_same_bytes(Event event) {
    Event again = EventCodec.read(event.getClass(), EventCodec.write(event));

    assertThat(EventCodec.write(again)).isEqualTo(EventCodec.write(event));
  }

  @Test
  void fields_stand_in_the_order_of_the_record_and_absent_ones_do_not_stand_at_all() {
    assertThat(text(new NeedEvent.NeedClosed(Samples.NEED, true, null, null)))
        .isEqualTo("{\"need\":\"N-511523100001-20261123-0001\",\"auto\":true}");
  }

  @Test
  void decimals_keep_their_places_and_are_written_plainly() {
    assertThat(text(approved("82.50"))).endsWith("\"meanScore\":82.50}");
    assertThat(text(approved("1E+2"))).endsWith("\"meanScore\":100}");
  }

  @Test
  void a_grade_travels_under_the_name_in_use() {
    assertThat(text(Samples.of(ProjectEvent.ProjectEvaluated.class))).contains("\"grade\":\"良好\"");
  }

  @Test
  void an_absent_and_a_null_optional_field_are_the_same() {
    NeedEvent.NeedServed served = new NeedEvent.NeedServed(Samples.NEED, null);

    assertThat(read(NeedEvent.NeedServed.class, "{\"need\":\"" + Samples.NEED + "\"}"))
        .isEqualTo(served)
        .isEqualTo(
            read(
                NeedEvent.NeedServed.class,
                "{\"need\":\"" + Samples.NEED + "\",\"project\":null}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "[{}]",
        "{}",
        "12",
        "true",
        "\"\"",
        "\"张三13800138000\"",
        "张三13800138000",
        "{",
        "{\"need\"",
        "{'need':'N-511523100001-20261123-0001'}",
        "<need/>"
      })
  void what_is_no_json_object_is_no_fact(String data) {
    refused(NeedEvent.NeedSorted.class, data);
  }

  @Test
  void no_data_at_all_is_no_fact() {
    assertThatThrownBy(() -> EventCodec.read(NeedEvent.NeedSorted.class, null))
        .isInstanceOf(NotAFact.class);
    assertThatThrownBy(() ->
            EventCodec.read(
                NeedEvent.NeedSorted.class, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
        .isInstanceOf(NotAFact.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"12\"",
        "1.5",
        "1.0",
        "1e2",
        "true",
        "null",
        "\"\"",
        "\" \"",
        "[1]",
        "{}",
        "99999999999"
      })
  void a_count_is_a_whole_number_and_nothing_else(String count) {
    assertThat(refused(NeedEvent.NeedSorted.class, sorted("\"OTHER\"", count)))
        .contains(".duplicatesFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "\"other\"", "\"NO_SUCH\"", "\"\"", "[\"OTHER\"]", "true"})
  void a_value_of_an_enum_is_one_of_its_names(String category) {
    assertThat(refused(NeedEvent.NeedSorted.class, sorted(category, "1"))).contains(".category");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"GOOD\"", "1", "\"不存在\""})
  void a_grade_is_one_of_the_four_names_in_use(String grade) {
    assertThat(
            refused(
                ProjectEvent.ProjectEvaluated.class,
                "{\"project\":\"%s\",\"evaluation\":\"E-1\",\"score\":83.65,\"grade\":%s}"
                    .formatted(Samples.PROJECT, grade)))
        .contains(".grade");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026,11,23]",
        "20780",
        "\"\"",
        "\" 2026-11-23\"",
        "\"2026-02-30\"",
        "\"2026-11-23T00:00:00Z\"",
        "\"23.11.2026\"",
        "{}",
        "null"
      })
  void a_day_is_a_text_of_ten_characters(String day) {
    refused(
        StationEvent.StationActivated.class,
        "{\"station\":\"ST-511523\",\"effective\":%s,\"demonstration\":true}".formatted(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1764000000",
        "1764000000.5",
        "\"1764000000\"",
        "\"2026-11-23\"",
        "\"\"",
        "[2026,11]",
        "null"
      })
  void an_instant_is_a_text_with_day_time_and_zone(String instant) {
    refused(
        ProjectEvent.ProjectFunded.class,
        "{\"project\":\"%s\",\"reservation\":\"R-1\",\"planVersion\":1,\"expiresAt\":%s}"
            .formatted(Samples.PROJECT, instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"82.50\"", "true", "NaN", "\"NaN\"", "1e400000000", "1e-400000000"})
  void a_score_is_a_number_of_a_sane_size(String score) {
    refused(
        ProjectEvent.ProjectApproved.class,
        "{\"project\":\"%s\",\"reservation\":\"R-1\",\"panelSize\":3,\"meanScore\":%s}"
            .formatted(Samples.PROJECT, score));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "true", "[\"a\"]", "{}", "null"})
  void a_text_is_a_text(String name) {
    refused(
        StationEvent.OperatorRegistered.class,
        "{\"operator\":\"OP-1\",\"name\":%s,\"origin\":\"LOCAL\",\"from\":\"511523\"}"
            .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "\"N-511523100001-20261123-0001\"",
        "[null]",
        "[1]",
        "[\"\"]",
        "[\"张三13800138000\"]",
        "[[\"N-511523100001-20261123-0001\"]]"
      })
  void a_list_is_a_list_of_what_belongs_in_it(String needs) {
    refused(
        ProjectEvent.NeedsBundled.class,
        "{\"project\":\"%s\",\"needs\":%s}".formatted(Samples.PROJECT, needs));
  }

  @Test
  void a_field_missing_deep_inside_is_named() {
    assertThat(
            refused(
                FundEvent.FundsReservationRejected.class,
                """
                {"project": "%s", "planVersion": 1, "failures":
                  [{"fund": "F-1", "requestedFen": 1, "availableFen": 0}]}
                """
                    .formatted(Samples.PROJECT)))
        .isEqualTo("FundsReservationRejected.failures.code is missing");
  }

  @Test
  void a_name_that_can_be_no_stream_is_no_fact() {
    refused(
        ProjectEvent.PurchaseGuidePublished.class,
        "{\"guide\":\"张三13800138000\",\"effectiveFrom\":\"2026-11-23\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "张三13800138000", "]", "null", "1"})
  void nothing_may_follow_the_data(String trailing) {
    refused(NeedEvent.NeedSorted.class, sorted("\"OTHER\"", "1") + trailing);
  }

  @Test
  void a_field_may_not_stand_twice() {
    String twice = sorted("\"OTHER\"", "1").replace("}", ",\"duplicatesFound\":2}");

    assertThat(refused(NeedEvent.NeedSorted.class, twice)).contains("stands twice");
    refused(
        NeedEvent.NeedSorted.class,
        sorted("\"OTHER\"", "1").replace("}", ",\"张三13800138000\":1,\"张三13800138000\":1}"));
  }

  @Test
  void data_too_deep_to_be_ours_is_refused_even_in_a_field_nobody_reads() {
    String deep = ",\"unknown\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(refused(NeedEvent.NeedSorted.class, sorted("\"OTHER\"", "1").replace("}", deep)))
        .contains("too deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"张三13800138000\": tru}",
        "{\"张三13800138000\": {\"张三13800138000\": nul}}",
        "{\"need\": \"张三13800138000\"}",
        "{\"need\": {\"张三13800138000\": 1}}",
        "{\"category\": \"张三13800138000\"}",
        "{\"duplicatesFound\": \"张三13800138000\"}",
        "{\"duplicatesFound\": 张三13800138000}",
        "{\"unknown\": 13800138000张三}"
      })
  void the_refusal_never_repeats_the_data(String data) {
    refused(NeedEvent.NeedSorted.class, data);
  }

  @Test
  void a_refusal_is_at_most_three_hundred_characters_long() {
    assertThat(new NotAFact("x".repeat(1_000))).hasMessage("x".repeat(300));
  }

  @Test
  void a_type_of_a_newer_version_is_unknown_and_not_an_error() {
    assertThat(EventTypes.find("org.threefold.need.collected.v2")).isEmpty();
    assertThat(EventTypes.find("need.collected.v1")).isEmpty();
    assertThat(EventTypes.find("")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_type_leads_to_its_record_and_back(Event event) {
    assertThat(EventTypes.find(EventTypes.typeOf(event.getClass()))).contains(event.getClass());
    assertThat(EventTypes.typeOf(event.getClass()))
        .matches("org\\.threefold\\.[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
  }

  private static String refused(Class<? extends Event> type, String data) {
    NotAFact refusal = catchThrowableOfType(NotAFact.class, () -> read(type, data));
    assertThat(refusal).as("%s", data).isNotNull();
    assertThat(refusal).as("a cause would quote the data in the log").hasNoCause();
    String message = String.valueOf(refusal.getMessage());
    assertThat(message).hasSizeLessThanOrEqualTo(300).doesNotContain("张三", "13800138000");
    return message;
  }

  private static <E extends Event> E read(Class<E> type, String data) {
    return EventCodec.read(type, data.getBytes(StandardCharsets.UTF_8));
  }

  private static String sorted(String category, String duplicates) {
    return "{\"need\":\"%s\",\"category\":%s,\"duplicatesFound\":%s}"
        .formatted(Samples.NEED, category, duplicates);
  }

  private static ProjectEvent.ProjectApproved approved(String score) {
    return new ProjectEvent.ProjectApproved(
        Samples.PROJECT, Samples.RESERVATION, 3, new BigDecimal(score));
  }

  private static String text(Event event) {
    return new String(EventCodec.write(event), StandardCharsets.UTF_8);
  }
}
