package org.threefold.bench.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threefold.bench.protocol.Run;
import org.threefold.events.EventCodec;

class WishTest {

  @Test
  void a_fact_is_about_as_long_as_those_of_the_others() {
    String id = new Run(7, 6).id(42);
    assertThat(EventCodec.write(Wish.collected(id)).length).isBetween(225, 245);
  }
}
