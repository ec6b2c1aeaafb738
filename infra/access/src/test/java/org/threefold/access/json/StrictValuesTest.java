package org.threefold.access.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text is text. */
class StrictValuesTest {

  @Test
  void the_same_characters_are_the_same_text() {
    assertThat(StrictValues.clean("Cafe\u0301")).isEqualTo("Caf\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "江安县 三三三", "line\nline\ttab", "𠀀 beyond the first plane", "👩‍🦽"})
  void what_people_write_is_kept(String text) {
    assertThat(StrictValues.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\r",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "a\udc00b"
      })
  void what_nobody_can_read_is_refused(String text) {
    assertThatThrownBy(() -> StrictValues.clean(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
