package org.threefold.oversight.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threefold.events.DivisionCode;

class WhereTest {

  @Test
  void ids_say_where_they_are_from() {
    assertThat(Where.ofFlow("N-511523100001-20261123-0001"))
        .isEqualTo(new Where("511523", "511523100", "511523100001"));
    assertThat(Where.ofFlow("P-2026-511523100-0001"))
        .isEqualTo(new Where("511523", "511523100", ""));
    assertThat(Where.ofFlow("P-2026-511523-0001")).isEqualTo(new Where("511523", "", ""));
    assertThat(Where.ofFlow("F-1")).isEqualTo(new Where("", "", ""));
  }

  @Test
  void an_area_holds_what_lies_in_it_and_nothing_else() {
    Where room = Where.ofFlow("N-511523100001-20261123-0001");
    assertThat(room.in(new DivisionCode("511523"))).isTrue();
    assertThat(room.in(new DivisionCode("511523100"))).isTrue();
    assertThat(room.in(new DivisionCode("511523100001"))).isTrue();
    assertThat(room.in(new DivisionCode("511523100002"))).isFalse();
    assertThat(room.in(new DivisionCode("511523101"))).isFalse();
  }

  @Test
  void what_lies_in_a_town_is_not_a_rooms() {
    assertThat(Where.ofFlow("P-2026-511523100-0001").in(new DivisionCode("511523100001")))
        .isFalse();
  }

  @Test
  void nowhere_is_in_no_area() {
    assertThat(Where.ofFlow("F-1").in(new DivisionCode("511523"))).isFalse();
  }
}
