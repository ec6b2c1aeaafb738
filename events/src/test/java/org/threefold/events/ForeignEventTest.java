package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.ActivityEvent.ActivityPublished;
import tools.jackson.databind.node.ObjectNode;

/** What the system of a department writes is read, whichever of the two modes it chose. */
class ForeignEventTest {

  private static final ActivityPublished SAID =
      (ActivityPublished) Samples.of(ActivityPublished.class);
  private static final byte[] DATA = EventCodec.write(SAID);
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void what_any_other_cloudevents_producer_writes_is_read() {
    CloudEvent said =
        CloudEventBuilder.v1()
            .withId("4f1c3a52")
            .withSource(URI.create("/dept-cyl"))
            .withType("org.threefold.activity.published.v1")
            .withSubject("2026-017")
            .withTime(OffsetDateTime.parse("2026-12-01T10:00:00+08:00"))
            .withExtension("traceparent", TRACE)
            .withData("application/json; charset=utf-8", DATA)
            .build();
    var headers = new RecordHeaders();
    byte[] value;
    try (var serializer = new CloudEventSerializer()) {
      value = serializer.serialize("activities", headers, said);
    }

    ForeignEvent read =
        ForeignEvent.of(
            name -> {
              var header = headers.lastHeader(name);
              return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
            },
            value);

    assertThat(read.id()).isEqualTo("4f1c3a52");
    assertThat(read.source()).isEqualTo("/dept-cyl");
    assertThat(read.type()).isEqualTo(EventTypes.typeOf(ActivityPublished.class));
    assertThat(read.time()).isEqualTo(Instant.parse("2026-12-01T02:00:00Z"));
    assertThat(read.traceparent()).isEqualTo(TRACE);
    assertThat(read.key()).isEqualTo("dept-cyl:2026-017").isEqualTo(SAID.stream().id());
    assertThat(read.read(ActivityPublished.class)).isEqualTo(SAID);
  }

  @Test
  void an_event_in_one_json_document_is_the_same_event() {
    ObjectNode document = document();
    document.set("data", Trees.of(SAID));
    assertThat(structured(document).read(ActivityPublished.class)).isEqualTo(SAID);

    ObjectNode encoded = document().put("data_base64", Base64.getEncoder().encodeToString(DATA));
    assertThat(structured(encoded).read(ActivityPublished.class)).isEqualTo(SAID);
    assertThat(structured(encoded).key()).isEqualTo("dept-cyl:2026-017");
    assertThat(structured(encoded).time()).isEqualTo(Instant.parse("2026-12-01T02:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/cloudevents+json",
    "application/cloudevents+json; charset=utf-8",
    "APPLICATION/CloudEvents+JSON"
  })
  void the_content_type_says_that_it_is_one_document(String contentType) {
    ObjectNode document = document();
    document.set("data", Trees.of(SAID));

    ForeignEvent read =
        ForeignEvent.of(
            Map.of("content-type", contentType, "ce_id", "not this one")::get,
            Trees.bytes(document));

    assertThat(read.id()).isEqualTo("4f1c3a52");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, , The attribute specversion is missing",
    "ce_specversion, 0.3, Only CloudEvents 1.0 is understood",
    "ce_id, , The attribute id is missing",
    "ce_type, , The attribute type is missing",
    "ce_source, , The attribute source is missing",
    "ce_time, yesterday, The attribute time has not its form",
    "content-type, application/xml, The data is not said to be JSON",
    "content-type, application/cloudevents-batch+json, 'Of the formats of CloudEvents, only a single one in JSON is understood'",
    "content-type, application/cloudevents+avro, 'Of the formats of CloudEvents, only a single one in JSON is understood'"
  })
  void what_is_no_event_we_understand_is_refused_without_being_repeated(
      String header, @Nullable String value, String message) {
    assertThatThrownBy(() -> binary(header, value))
        .isInstanceOf(NotAFact.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id, 带空格 的编号, The attribute id has not its form",
    "ce_source, dept-cyl, The attribute source has not its form",
    "ce_source, https://cyl.example/, The attribute source has not its form",
    "ce_source, /dept-wmf, The data is about another thing than source and subject name",
    "ce_subject, , The attribute subject is missing",
    "ce_subject, 2026-018, The data is about another thing than source and subject name"
  })
  void attributes_that_are_allowed_but_not_ours_to_keep_are_refused_when_it_is_read(
      String header, @Nullable String value, String message) {
    ForeignEvent read = binary(header, value);
    assertThatThrownBy(() -> read.read(ActivityPublished.class))
        .isInstanceOf(NotAFact.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "[]",
        "\"text\"",
        "null",
        "{} {}",
        "{\"specversion\": \"1.0\", \"specversion\": \"1.0\"}",
        "{\"specversion\": 1.0}",
        "{\"specversion\": \"1.0\", \"id\": \"张三\"}"
      })
  void a_document_that_is_no_event_is_refused_without_being_repeated(String document) {
    assertThatThrownBy(() -> ForeignEvent.structured(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NotAFact.class)
        .hasMessageNotContaining("张三")
        .hasNoCause();
  }

  @Test
  void data_that_is_not_there_twice_there_or_no_base64_is_refused() {
    assertThatThrownBy(() -> structured(document()).read(ActivityPublished.class))
        .isInstanceOf(NotAFact.class);
    ObjectNode twice = document().put("data_base64", "e30=");
    twice.putObject("data");
    assertThatThrownBy(() -> structured(twice)).isInstanceOf(NotAFact.class);
    assertThatThrownBy(() -> structured(document().put("data_base64", "张三")))
        .isInstanceOf(NotAFact.class);
    assertThatThrownBy(() -> ForeignEvent.structured(null)).isInstanceOf(NotAFact.class);
  }

  @Test
  void a_trace_that_is_none_is_left_out() {
    assertThat(binary("traceparent", "00-abc").traceparent()).isNull();
    assertThat(binary("traceparent", TRACE).traceparent()).isEqualTo(TRACE);
  }

  private static ForeignEvent binary(String header, @Nullable String value) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", "4f1c3a52");
    headers.put("ce_type", "org.threefold.activity.published.v1");
    headers.put("ce_source", "/dept-cyl");
    headers.put("ce_subject", "2026-017");
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }
    return ForeignEvent.of(headers::get, DATA);
  }

  private static ForeignEvent structured(ObjectNode document) {
    return ForeignEvent.structured(Objects.requireNonNull(Trees.bytes(document)));
  }

  private static ObjectNode document() {
    return Trees.object()
        .put("specversion", "1.0")
        .put("id", "4f1c3a52")
        .put("source", "/dept-cyl")
        .put("type", "org.threefold.activity.published.v1")
        .put("subject", "2026-017")
        .put("time", "2026-12-01T02:00:00Z")
        .put("datacontenttype", "application/json");
  }
}
