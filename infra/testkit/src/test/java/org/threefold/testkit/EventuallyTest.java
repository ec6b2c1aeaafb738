package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {

  @Test
  void it_asks_again_until_it_is_so() {
    var asked = new AtomicInteger();
    eventually(() -> assertThat(asked.incrementAndGet()).isGreaterThan(3));
    eventually("asked often", () -> asked.incrementAndGet() > 6);
    assertThat(asked).hasValue(7);
  }
}
