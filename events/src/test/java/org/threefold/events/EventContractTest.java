package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one service said yesterday, another understands today, and the other way round. */
class EventContractTest {

  static Collection<Event> events() {
    return Samples.all();
  }

  @BeforeAll
  static void approve() {
    if (Approved.APPROVING) {
      Samples.all().forEach(EventContractTest::approve);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_written_today_is_what_was_approved(Event event) {
    Approved.compare(Approved.sampleOf(event.getClass()), Trees.pretty(Trees.of(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_was_approved_is_read_as_the_same_event(Event event) {
    assertThat(
            (Object)
                EventCodec.read(event.getClass(), bytesOf(Approved.sampleOf(event.getClass()))))
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void fields_that_a_newer_publisher_adds_are_ignored(Event event) {
    ObjectNode newer = Trees.of(event);
    addFields(newer);

    assertThat((Object) EventCodec.read(event.getClass(), Trees.bytes(newer))).isEqualTo(event);
  }

  @Test
  void every_record_has_an_approved_sample_and_every_file_a_record() {
    assertThat(Approved.filesIn(Approved.SAMPLES))
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().stream()
                .map(it -> Approved.sampleOf(it).getFileName().toString())
                .collect(Collectors.toSet()));
  }

  /** Not even a person may approve what makes yesterday's facts unreadable. */
  private static void approve(Event event) {
    Path file = Approved.sampleOf(event.getClass());
    if (Files.exists(file)) {
      assertThatCode(() -> EventCodec.read(event.getClass(), bytesOf(file)))
          .as("Today's class does not read %s: publish a new version of the type", file)
          .doesNotThrowAnyException();
    }
    Approved.write(file, Trees.pretty(Trees.of(event)));
  }

  private static void addFields(JsonNode node) {
    node.forEach(EventContractTest::addFields);
    if (node instanceof ObjectNode object) {
      object.put("addedTomorrow", 1).putArray("alsoAdded").addObject().put("deep", "value");
    }
  }

  private static byte[] bytesOf(Path file) {
    return Approved.read(file).getBytes(StandardCharsets.UTF_8);
  }
}
