package org.threefold.bench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ResidentTest {

  @Test
  void a_process_holds_something_and_never_more_than_its_most() {
    long self = ProcessHandle.current().pid();
    assertThat(Resident.nowKb(self)).isPositive();
    assertThat(Resident.nowKb(self)).isLessThanOrEqualTo(Resident.mostKb(self));
  }

  @Test
  void of_who_is_not_there_nothing_is_said() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    assertThatThrownBy(() -> Resident.nowKb(gone.pid())).isInstanceOf(UncheckedIOException.class);
  }
}
