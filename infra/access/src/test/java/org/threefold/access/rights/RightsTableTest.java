package org.threefold.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;

/** Who has a right is what the files say, and nothing else. */
class RightsTableTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/threefold/access/rights");

  private static Actor actor(Role... roles) {
    return new Actor("a", Set.of(roles), new DivisionCode("511523"), null, null, null);
  }

  @Test
  void a_right_is_had_by_the_roles_of_its_row() {
    RightsTable rights = RightsTable.of("edge");
    assertThat(rights.allows(actor(Role.RM_WORKER), "thing.make")).isTrue();
    assertThat(rights.allows(actor(Role.CAB, Role.TST_WORKER), "thing.make")).isTrue();
    assertThat(rights.allows(actor(Role.CAB), "thing.make")).isFalse();
    assertThat(rights.allows(actor(Role.CAB), "actuator.write")).isTrue();
  }

  @Test
  void a_right_that_is_in_no_row_is_had_by_nobody() {
    RightsTable rights = RightsTable.of("edge");
    assertThat(rights.knows("thing.destroy")).isFalse();
    assertThat(rights.allows(actor(Role.values()), "thing.destroy")).isFalse();
  }

  @Test
  void a_service_without_a_file_has_the_common_rights_only() {
    RightsTable rights = RightsTable.of("nobody");
    assertThat(rights.knows("actuator.read")).isTrue();
    assertThat(rights.knows("thing.make")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thing,CAB",
        "right,roles\nthing",
        "right,roles\nthing,",
        "right,roles\nthing,KING",
        "right,roles\nthing,CAB,AUDITOR",
        "right,roles\nThing,CAB"
      })
  void a_malformed_table_is_refused(String text) {
    assertThatThrownBy(() -> RightsTable.parsed(text, "x.csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("x.csv");
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_table_of_the_county_can_be_read_and_names_each_right_once(Path file)
      throws IOException {
    List<String> rights =
        RightsTable.parsed(Files.readString(file), file.getFileName().toString()).stream()
            .map(Map.Entry::getKey)
            .toList();
    assertThat(rights).isNotEmpty().doesNotHaveDuplicates();
  }
}
