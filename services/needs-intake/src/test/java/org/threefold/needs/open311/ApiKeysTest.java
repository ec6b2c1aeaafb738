package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Role;
import org.threefold.events.Channel;
import org.threefold.events.DivisionCode;

class ApiKeysTest {

  /** What {@code printf %s open-sesame | sha256sum} prints. */
  private static final String HASH =
      "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";

  @TempDir Path folder;

  private static ApiKeys with(String hash, String line) {
    var lines = new Properties();
    lines.setProperty(hash, line);
    return ApiKeys.of(lines);
  }

  @Test
  void a_key_is_known_by_its_hash() {
    ApiKey known = with(HASH, "hotline PHONE 511523").find("open-sesame").orElseThrow();
    assertThat(known).isEqualTo(new ApiKey("hotline", Channel.PHONE, new DivisionCode("511523")));
    assertThat(known.actor().roles()).containsExactly(Role.HOTLINE);
    assertThat(known.actor().label()).isEqualTo("HOTLINE@511523");
  }

  @Test
  void no_other_key_is_known_and_the_hash_itself_is_none() {
    ApiKeys keys = with(HASH, "hotline PHONE 511523");
    for (String other : new String[] {"open-sesam", "open-sesame ", "Open-sesame", "", HASH}) {
      assertThat(keys.find(other)).isEmpty();
    }
  }

  @Test
  void without_a_file_no_key_is_known() {
    assertThat(ApiKeys.in(null).find("open-sesame")).isEmpty();
  }

  @Test
  void a_file_holds_a_key_a_line() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("keys"), "# the hotline\n" + HASH + "=hotline PHONE 511523100\n");
    assertThat(ApiKeys.in(file).find("open-sesame")).isPresent();
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> ApiKeys.in(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing.toString());
    Path wrong = Files.writeString(folder.resolve("wrong"), "open-sesame=hotline PHONE 511523\n");
    assertThatThrownBy(() -> ApiKeys.in(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wrong")
        .hasMessageNotContaining("open-sesame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hotline",
        "hotline PHONE",
        "hotline PHONE 511523 more",
        "Hot-Line PHONE 511523",
        "hotline PIGEON 511523",
        "hotline WALK_IN 511523",
        "hotline PHONE 5115",
      })
  void a_line_that_says_too_little_ends_the_start(String line) {
    assertThatThrownBy(() -> with(HASH, line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(HASH.substring(0, 8));
  }
}
