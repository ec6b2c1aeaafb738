package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedTest {

  @Test
  void the_approved_text_passes_and_any_other_does_not(@TempDir Path directory) {
    Path file = directory.resolve("a/need.json");
    Approved.write(file, "{}\n");

    assertThatCode(() -> Approved.compare(file, "{}\n")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Approved.compare(file, "{ }\n"))
        .hasMessageContaining("is stale")
        .hasMessageContaining("line 1 was: {}");
    assertThatThrownBy(() -> Approved.compare(file, "{}\nmore\n"))
        .hasMessageContaining("and is: more");
  }

  @Test
  void a_text_that_nobody_approved_does_not_pass(@TempDir Path directory) {
    Path file = directory.resolve("need.json");

    assertThatThrownBy(() -> Approved.compare(file, "{}\n")).hasMessageContaining("is not there");
  }
}
