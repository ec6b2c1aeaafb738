package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {
  private static final Path FILE = Approved.MODULE.resolve("asyncapi.yaml");

  @Test
  void the_document_of_today_is_the_approved_one() {
    Approved.check(FILE, AsyncApi.write());
  }

  @Test
  void it_says_all_that_asyncapi_3_asks_for() {
    JsonNode document = document();

    assertThat(document.required("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.propertyNames())
        .isSubsetOf(
            "asyncapi",
            "id",
            "info",
            "servers",
            "defaultContentType",
            "channels",
            "operations",
            "components");
    assertThat(document.required("info").propertyNames()).contains("title", "version");
    assertThat(document.required("channels").propertyNames())
        .containsExactlyElementsOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    for (JsonNode channel : document.required("channels")) {
      assertThat(channel.required("address").isString()).isTrue();
      assertThat(channel.required("messages")).isNotEmpty();
    }
    for (JsonNode operation : document.required("operations")) {
      assertThat(operation.required("action").asString()).isIn("send", "receive");
      assertThat(operation.required("channel").required("$ref").asString())
          .startsWith("#/channels/");
    }
  }

  @Test
  void every_event_is_a_message_of_exactly_one_channel() {
    List<String> messages = new ArrayList<>();
    for (JsonNode channel : document().required("channels")) {
      messages.addAll(channel.required("messages").propertyNames());
    }

    assertThat(messages)
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().stream().map(Approved::shortName).toList())
        .allMatch(it -> it.matches("[\\w.-]+"), "a key AsyncAPI allows");
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(danglingIn(document(), document())).isEmpty();
  }

  @Test
  void a_reference_that_leads_nowhere_is_found_out() {
    JsonNode broken =
        AsyncApi.parse(
            """
            channels:
              needs:
                messages:
                  a: {$ref: '#/components/messages/a'}
                  b: {$ref: 'src/main/resources/b.schema.json'}
            """);

    assertThat(danglingIn(broken, broken))
        .containsExactly("#/components/messages/a", "src/main/resources/b.schema.json");
  }

  @Test
  void the_headers_it_describes_are_those_that_are_written() {
    Attributes whole =
        Attributes.of(
            Samples.of(NeedEvent.NeedSorted.class),
            2,
            "needs-intake",
            Instant.EPOCH,
            "cause",
            "ROLE@UNIT",
            Samples.TOWN,
            "00-0-0-01");

    assertThat(AsyncApi.HEADERS.keySet())
        .containsExactlyInAnyOrderElementsOf(whole.toHeaders().keySet());
  }

  private static JsonNode document() {
    return AsyncApi.parse(AsyncApi.write());
  }

  private static List<String> danglingIn(JsonNode node, JsonNode root) {
    List<String> dangling = new ArrayList<>();
    for (JsonNode child : node) {
      dangling.addAll(danglingIn(child, root));
    }
    if (node.path("$ref").isString()) {
      String reference = node.required("$ref").asString();
      boolean leads =
          reference.startsWith("#/")
              ? !root.at(reference.substring(1)).isMissingNode()
              : Files.exists(FILE.resolveSibling(reference));
      if (!leads) {
        dangling.add(reference);
      }
    }
    return dangling;
  }
}
