package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Event EVENT = Samples.of(NeedEvent.NeedRouted.class);

  private static final Attributes WHOLE =
      Attributes.of(
          EVENT,
          6,
          "needs-intake",
          Instant.parse("2026-11-24T01:30:00.250Z"),
          "req-7f3a",
          "TST_SOCIAL_WORKER@ST-511523100",
          Samples.TOWN,
          TRACEPARENT);

  private static final Attributes LEAST =
      new Attributes(
          WHOLE.stream(),
          1,
          WHOLE.type(),
          WHOLE.source(),
          WHOLE.time(),
          WHOLE.flow(),
          WHOLE.cause(),
          WHOLE.actor(),
          null,
          null);

  @Test
  void headers_are_named_as_the_kafka_binding_of_cloudevents_wants_them() {
    assertThat(WHOLE.toHeaders())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", "need/N-511523100001-20261123-0001@6"),
                Map.entry("ce_type", "org.threefold.need.routed.v1"),
                Map.entry("ce_source", "/threefold/needs-intake"),
                Map.entry("ce_subject", "N-511523100001-20261123-0001"),
                Map.entry("ce_time", "2026-11-24T01:30:00.250Z"),
                Map.entry("ce_flow", "N-511523100001-20261123-0001"),
                Map.entry("ce_cause", "req-7f3a"),
                Map.entry("ce_actor", "TST_SOCIAL_WORKER@ST-511523100"),
                Map.entry("ce_division", "511523100"),
                Map.entry("ce_traceparent", TRACEPARENT),
                Map.entry("traceparent", TRACEPARENT),
                Map.entry("content-type", "application/json")));
  }

  @Test
  void what_is_not_known_has_no_header() {
    assertThat(LEAST.toHeaders())
        .doesNotContainKeys("ce_division", "ce_traceparent", "traceparent")
        .hasSize(10);
  }

  @Test
  void attributes_are_read_as_they_were_written() {
    assertThat(Attributes.fromHeaders(WHOLE.toHeaders()::get)).isEqualTo(WHOLE);
    assertThat(Attributes.fromHeaders(LEAST.toHeaders()::get)).isEqualTo(LEAST);
  }

  static Iterable<Event> events() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_names_a_stream_that_can_be_read_back(Event event) {
    Attributes said =
        Attributes.of(event, 1, "a-service", WHOLE.time(), "cause", "ROLE@UNIT", null, null);

    assertThat(Attributes.fromHeaders(said.toHeaders()::get)).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("events")
  void any_other_cloudevents_consumer_reads_our_records(Event event) {
    Attributes said =
        Attributes.of(
            event,
            3,
            "fund-ledger",
            WHOLE.time(),
            "project/P-2026-511523100-0001@9",
            "SYSTEM@fund-ledger",
            Samples.TOWN,
            TRACEPARENT);
    ConsumerRecord<String, byte[]> received = received(said, EventCodec.write(event));

    CloudEvent read = deserialize(received);

    assertThat(read.getSpecVersion()).hasToString("1.0");
    assertThat(read.getId()).isEqualTo(event.stream() + "@3").isEqualTo(said.id());
    assertThat(read.getType()).isEqualTo(EventTypes.typeOf(event.getClass()));
    assertThat(read.getSource()).isEqualTo(URI.create("/threefold/fund-ledger"));
    assertThat(read.getSubject()).isEqualTo(event.stream().id()).isEqualTo(received.key());
    assertThat(read.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-24T01:30:00.250Z"));
    assertThat(read.getDataContentType()).isEqualTo("application/json");
    assertThat(read.getExtensionNames())
        .containsExactlyInAnyOrder("flow", "cause", "actor", "division", "traceparent");
    assertThat(read.getExtension("flow")).isEqualTo(event.flow());
    assertThat(read.getExtension("cause")).isEqualTo("project/P-2026-511523100-0001@9");
    assertThat(read.getExtension("actor")).isEqualTo("SYSTEM@fund-ledger");
    assertThat(read.getExtension("division")).isEqualTo("511523100");
    assertThat(read.getExtension("traceparent")).isEqualTo(TRACEPARENT);
    assertThat(Objects.requireNonNull(read.getData()).toBytes()).isEqualTo(EventCodec.write(event));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_type",
        "ce_source",
        "ce_subject",
        "ce_time",
        "ce_flow",
        "ce_cause",
        "ce_actor"
      })
  void without_a_required_header_it_is_no_fact(String header) {
    assertRefused(header, null, "The attribute " + header + " is missing");
    assertRefused(header, "", "The attribute " + header + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3, Only CloudEvents 1.0 is understood",
    "ce_id, need/N-511523100001-20261123-0001, The event id has no version",
    "ce_id, need/N-511523100001-20261123-0001@, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@0, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@-1, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@+1, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@01, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@x, The attribute ce_id has not its form",
    "ce_id, need/N-511523100001-20261123-0001@9999999999999999999, The attribute ce_id has not its form",
    "ce_id, N-511523100001-20261123-0001@6, The attribute ce_id has not its form",
    "ce_id, NEED/N-511523100001-20261123-0001@6, The attribute ce_id has not its form",
    "ce_id, need/@6, The attribute ce_id has not its form",
    "ce_id, need/张三@6, The attribute ce_id has not its form",
    "ce_id, 5e0b6c1e-52ff-4b0c-8c41-2f1b9e1c0c11, The event id has no version",
    "ce_subject, N-511523100001-20261123-0002, The attribute ce_subject is not the id of the stream",
    "ce_time, 2026-11-24, The attribute ce_time has not its form",
    "ce_time, yesterday, The attribute ce_time has not its form",
    "ce_time, 2026-11-24T25:00:00Z, The attribute ce_time has not its form",
    "ce_division, 51152, The attribute ce_division has not its form",
    "ce_division, 江安镇, The attribute ce_division has not its form"
  })
  void a_malformed_header_is_refused_without_being_repeated(
      String header, String value, String message) {
    assertRefused(header, value, message);
  }

  @Test
  void a_time_with_an_offset_is_the_same_instant() {
    Map<String, String> headers = new LinkedHashMap<>(WHOLE.toHeaders());
    headers.put("ce_time", "2026-11-24T09:30:00.250+08:00");

    assertThat(Attributes.fromHeaders(headers::get)).isEqualTo(WHOLE);
  }

  private static void assertRefused(String header, @Nullable String value, String message) {
    Map<String, String> headers = new LinkedHashMap<>(WHOLE.toHeaders());
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }

    assertThatThrownBy(() -> Attributes.fromHeaders(headers::get))
        .isInstanceOf(NotAFact.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static ConsumerRecord<String, byte[]> received(Attributes attributes, byte[] data) {
    ConsumerRecord<String, byte[]> received =
        new ConsumerRecord<>("projects", 0, 0, attributes.stream().id(), data);
    attributes
        .toHeaders()
        .forEach(
            (name, value) -> received.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return received;
  }

  private static CloudEvent deserialize(ConsumerRecord<String, byte[]> received) {
    Headers headers = new RecordHeaders(received.headers());
    try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
      return deserializer.deserialize(received.topic(), headers, received.value());
    }
  }
}
