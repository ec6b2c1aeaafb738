package org.threefold.needs.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threefold.events.Attributes;
import org.threefold.events.EventTypes;

class FlowsTest {

  /** What was published, by its content: who changes a flow publishes another version. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "needs-1", "c36500b4c21e898398c3e6ccac016a716c5878d73ca9472f92f013534fa89c7c",
          "cases-1", "d591a7623b29f71a83b7601116dfd64d90834fd4ec4eabfa20dc48f2fbf2a466",
          "safeguarding-1", "fba4d4979e5f78b1fc1b869c05684b74f7f8526b353278d69dd63ce16970e433");

  @Test
  void a_version_that_was_published_stays_as_it_is() throws Exception {
    for (Flow flow : Flows.all()) {
      String name = flow.flow() + "-" + flow.version();
      assertThat(PUBLISHED).containsEntry(name, hash(name + ".csv"));
    }
    assertThat(Flows.all()).hasSameSizeAs(PUBLISHED.keySet());
  }

  @Test
  void versions_count_up_and_follow_each_other() {
    Map<String, List<Flow>> flows = Flows.all().stream().collect(Collectors.groupingBy(Flow::flow));
    assertThat(flows.values())
        .allSatisfy(versions -> {
          assertThat(versions)
              .extracting(Flow::version)
              .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
          assertThat(versions).extracting(Flow::since).doesNotHaveDuplicates().isSorted();
        });
  }

  @Test
  void a_version_is_in_force_from_its_first_day() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    assertThat(Flows.on("needs", first.minusDays(1))).isEmpty();
    assertThat(Flows.on("needs", first)).isEqualTo(Flows.version("needs", 1)).isPresent();
    assertThat(Flows.on("tea", first)).isEmpty();
    assertThat(Flows.version("needs", 99)).isEmpty();
  }

  @Test
  void a_step_is_taken_by_a_right_or_a_fact_or_in_time() throws IOException {
    Set<String> possible =
        Stream.of(rights().stream(), facts(), Stream.of("time"))
            .flatMap(it -> it)
            .collect(Collectors.toSet());
    for (Flow flow : Flows.all()) {
      assertThat(flow.steps())
          .allSatisfy(it -> {
            assertThat(it.by()).isNotEmpty().isSubsetOf(possible);
            assertThat(it.names().zh()).isNotBlank();
            assertThat(it.names().en()).isNotBlank();
          });
    }
  }

  private static Stream<String> facts() {
    return EventTypes.all().stream()
        .map(it -> EventTypes.typeOf(it).substring(Attributes.TYPE_PREFIX.length()));
  }

  private static List<String> rights() throws IOException {
    String rows = read("/org/threefold/access/rights/needs-intake.csv");
    return rows.lines().skip(1).map(it -> it.substring(0, it.indexOf(','))).toList();
  }

  private static String hash(String file) throws IOException, GeneralSecurityException {
    byte[] content = read(file).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static String read(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Flow.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
