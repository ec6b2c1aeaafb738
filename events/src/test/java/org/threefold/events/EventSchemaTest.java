package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that others check our facts with say exactly what the records say. */
class EventSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Collection<Class<? extends Event>> types() {
    return EventTypes.all();
  }

  static Collection<Event> events() {
    return Samples.all();
  }

  @BeforeAll
  static void approve() {
    if (Approved.APPROVING) {
      EventTypes.all().forEach(EventSchemaTest::approve);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_schema_of_today_is_the_approved_one(Class<? extends Event> type) {
    ObjectNode today = EventSchemas.of(type);
    Path file = Approved.schemaOf(type);
    assertUnbroken(type, file, today);
    Approved.compare(file, Trees.pretty(today));
  }

  @Test
  void every_record_has_a_schema_and_every_file_a_record() {
    assertThat(Approved.filesIn(Approved.SCHEMAS))
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().stream()
                .map(it -> Approved.schemaOf(it).getFileName().toString())
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_schema_is_a_schema(Class<? extends Event> type) {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaSchema.validate(Approved.read(Approved.schemaOf(type)), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_sample_fits_its_schema(Event event) {
    assertThat(misfits(event, Trees.of(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_the_schema_refuses_the_codec_refuses_and_the_other_way_round(Event event) {
    for (JsonNode broken : broken(event)) {
      assertThat(misfits(event, broken)).as("schema and %s", broken).isNotEmpty();
      assertThatThrownBy(() -> EventCodec.read(event.getClass(), Trees.bytes(broken)))
          .as("codec and %s", broken)
          .isInstanceOf(NotAFact.class);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_the_schema_calls_optional_the_codec_does_without(Event event) {
    JsonNode required = EventSchemas.of(event.getClass()).required("required");
    ObjectNode least = Trees.object();
    ObjectNode whole = Trees.of(event);
    required.forEach(it -> least.set(it.asString(), whole.required(it.asString())));

    assertThat(misfits(event, least)).isEmpty();
    assertThat((Object) EventCodec.read(event.getClass(), Trees.bytes(least)))
        .isInstanceOf(event.getClass());
  }

  private static void approve(Class<? extends Event> type) {
    ObjectNode today = EventSchemas.of(type);
    Path file = Approved.schemaOf(type);
    assertUnbroken(type, file, today);
    Approved.write(file, Trees.pretty(today));
  }

  /** Not even a person may approve what breaks those who rely on a published type. */
  private static void assertUnbroken(Class<? extends Event> type, Path file, ObjectNode today) {
    if (Files.exists(file)) {
      assertThat(SchemaChanges.between(Trees.parse(Approved.read(file)), today).breaking())
          .as("%s breaks those who rely on it: publish a new version of the type", type)
          .isEmpty();
    }
  }

  /** The sample without each required field, and with each field of another type. */
  private static List<JsonNode> broken(Event event) {
    List<JsonNode> broken = new ArrayList<>();
    ObjectNode whole = Trees.of(event);
    JsonNode schema = EventSchemas.of(event.getClass());
    schema.required("required").forEach(it -> broken.add(whole.deepCopy().without(it.asString())));
    for (String field : whole.propertyNames()) {
      broken.add(whole.deepCopy().set(field, Trees.parse("{\"value\": 1}")));
      boolean isText = "string".equals(schema.at("/properties/" + field + "/type").asString());
      broken.add(whole.deepCopy().set(field, Trees.parse(isText ? "12" : "\"12\"")));
      if ("integer".equals(schema.at("/properties/" + field + "/type").asString())) {
        broken.add(whole.deepCopy().set(field, Trees.parse("1.5")));
      }
      if (schema.at("/properties/" + field).has("minimum")) {
        broken.add(whole.deepCopy().set(field, Trees.parse("0")));
      }
      if (schema.at("/properties/" + field).has("maximum")) {
        broken.add(whole.deepCopy().set(field, Trees.parse("1000001")));
      }
      if (schema.at("/properties/" + field).has("enum")) {
        broken.add(whole.deepCopy().set(field, Trees.parse("\"NO_SUCH_VALUE\"")));
      }
      if (schema.at("/properties/" + field).has("format")) {
        broken.add(whole.deepCopy().set(field, Trees.parse("\"2026-02-30\"")));
      }
      if (schema.at("/properties/" + field).has("pattern")) {
        broken.add(whole.deepCopy().set(field, Trees.parse("\"no such id\"")));
      }
    }
    return broken;
  }

  private static List<?> misfits(Event event, JsonNode data) {
    Schema schema = REGISTRY.getSchema(Approved.read(Approved.schemaOf(event.getClass())));
    return schema.validate(
        data, context -> context.executionConfig(it -> it.formatAssertionsEnabled(true)));
  }
}
