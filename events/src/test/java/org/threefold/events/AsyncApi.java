package org.threefold.events;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The AsyncAPI 3.0.0 document of the county: a channel for each topic, a message for each event,
 * one operation for each service that speaks.
 */
final class AsyncApi {
  /** What each header holds. */
  static final Map<String, String> HEADERS =
      Map.ofEntries(
          Map.entry("ce_specversion", "The version of CloudEvents."),
          Map.entry("ce_id", "The event id, <kind>/<id>@<version>; the same for ever."),
          Map.entry("ce_type", "The wire name of the event."),
          Map.entry("ce_source", "The service that says it: /threefold/<service>."),
          Map.entry("ce_subject", "The id of the aggregate; also the key of the record."),
          Map.entry("ce_time", "When it was decided, in UTC."),
          Map.entry("ce_flow", "The need or project it belongs to."),
          Map.entry("ce_cause", "The event id, or the request, that led to it."),
          Map.entry("ce_actor", "Role and unit that decided, never a name: ROLE@UNIT."),
          Map.entry("ce_division", "The code of the division it concerns, if it concerns one."),
          Map.entry("ce_traceparent", "The W3C trace it belongs to, if it is traced."),
          Map.entry("traceparent", "The same, for tools that know no CloudEvents."),
          Map.entry("content-type", "How the data is written."));

  /** What a department's system writes; the data may also come with these as one JSON document. */
  static final Map<String, String> FOREIGN_HEADERS =
      Map.ofEntries(
          Map.entry("ce_specversion", "The version of CloudEvents."),
          Map.entry("ce_id", "What the source calls the event; unique there, for ever."),
          Map.entry("ce_type", "The wire name of the event."),
          Map.entry("ce_source", "The system that says it: /<sourceSystem>."),
          Map.entry(
              "ce_subject", "The sourceId; the key of the record is <sourceSystem>:<sourceId>."),
          Map.entry("ce_time", "When it happened."),
          Map.entry("traceparent", "The W3C trace it belongs to, if it is traced."),
          Map.entry("content-type", "How the data is written."));

  static final List<String> OPTIONAL = List.of("ce_division", "ce_traceparent", "traceparent");

  private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";
  private static final String SCHEMA_DIRECTORY = "src/main/resources/org/threefold/events/schema/";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private AsyncApi() {}

  static JsonNode parse(String yaml) {
    return YAML.readTree(yaml);
  }

  static String write() {
    return YAML.writeValueAsString(document());
  }

  private static ObjectNode document() {
    ObjectNode document = Trees.object().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Threefold")
        .put("version", "1.0.0")
        .put(
            "description",
            "Every fact the services of the county tell each other, and what departments tell"
                + " them, as CloudEvents 1.0 in Kafka binary mode. A topic may have a prefix, one for each county. The key of a"
                + " record is its ce_subject, so the facts of one aggregate keep their order."
                + " Retention is unlimited.");
    document.put("defaultContentType", "application/json");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("cloudEvent", headers(HEADERS, OPTIONAL));
    schemas.set("foreignCloudEvent", headers(FOREIGN_HEADERS, List.of("ce_time", "traceparent")));
    for (Topic topic : Topic.values()) {
      channels.set(topic.topicName(), channel(topic));
      operations.set(topic.publisher(), operation(topic));
    }
    EventTypes.all().forEach(type -> messages.set(Approved.shortName(type), message(type)));
    return document;
  }

  private static ObjectNode channel(Topic topic) {
    ObjectNode channel =
        Trees.object()
            .put("address", topic.topicName())
            .put("description", Sources.meaningOf(topic.events()));
    ObjectNode messages = channel.putObject("messages");
    for (Class<? extends Event> type : eventsOn(topic)) {
      String name = Approved.shortName(type);
      messages.putObject(name).put("$ref", "#/components/messages/" + name);
    }
    return channel;
  }

  /** Seen from the county: its services send, and receive what the systems of departments send. */
  private static ObjectNode operation(Topic topic) {
    ObjectNode operation =
        topic.isForeign()
            ? Trees.object()
                .put("action", "receive")
                .put(
                    "summary",
                    "The systems of departments speak on "
                        + topic.topicName()
                        + "; project-management hears them.")
            : Trees.object()
                .put("action", "send")
                .put(
                    "summary",
                    "Only " + topic.publisher() + " speaks on " + topic.topicName() + ".");
    operation.putObject("channel").put("$ref", "#/channels/" + topic.topicName());
    return operation;
  }

  private static ObjectNode message(Class<? extends Event> type) {
    String name = Approved.shortName(type);
    ObjectNode message =
        Trees.object()
            .put("name", EventTypes.typeOf(type))
            .put("title", type.getSimpleName())
            .put("summary", Sources.meaningOf(type))
            .put("contentType", "application/json");
    ObjectNode headers = message.putObject("headers");
    boolean foreign = Topic.of(Samples.of(type)).isForeign();
    headers
        .putArray("allOf")
        .addObject()
        .put("$ref", "#/components/schemas/" + (foreign ? "foreignCloudEvent" : "cloudEvent"));
    headers.putObject("properties").putObject("ce_type").put("const", EventTypes.typeOf(type));
    ObjectNode payload = message.putObject("payload").put("schemaFormat", SCHEMA_FORMAT);
    payload.putObject("schema").put("$ref", SCHEMA_DIRECTORY + name + ".schema.json");
    ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
    key.put("type", "string").put("description", "The id of the " + keyOf(type) + ".");
    message.putArray("examples").addObject().set("payload", Trees.of(Samples.of(type)));
    return message;
  }

  private static ObjectNode headers(Map<String, String> headers, List<String> optional) {
    ObjectNode schema = Trees.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    headers.keySet().stream()
        .sorted()
        .forEach(name ->
            properties.putObject(name).put("type", "string").put("description", headers.get(name)));
    ((ObjectNode) properties.required("ce_specversion")).put("const", "1.0");
    ((ObjectNode) properties.required("content-type")).put("const", "application/json");
    var required = schema.putArray("required");
    headers.keySet().stream().filter(it -> !optional.contains(it)).sorted().forEach(required::add);
    return schema;
  }

  /** What kind of thing the key of the record names. */
  static String keyOf(Class<? extends Event> type) {
    return Samples.of(type).stream().kind();
  }

  static List<Class<? extends Event>> eventsOn(Topic topic) {
    return EventTypes.all().stream().filter(topic.events()::isAssignableFrom).toList();
  }
}
