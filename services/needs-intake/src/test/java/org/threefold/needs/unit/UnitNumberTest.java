package org.threefold.needs.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedId;
import org.threefold.events.StationId;

class UnitNumberTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final StationId ROOM = new StationId("RM-511523100001");
  private static final StationId TOWN = new StationId("ST-511523100");

  private static NeedId number(StationId unit, LocalDate day, long running) {
    return new NeedId(UnitNumber.of(UnitNumber.series("N", unit, day), running));
  }

  @Test
  void a_number_names_division_and_day() {
    assertThat(number(ROOM, DAY, 7)).isEqualTo(new NeedId("N-511523100001-20261123-0007"));
    assertThat(number(TOWN, DAY, 12345)).isEqualTo(new NeedId("N-511523100000-20261123-12345"));
  }

  @Test
  void the_division_can_be_read_from_the_number() {
    assertThat(UnitNumber.divisionOf(number(ROOM, DAY, 1)))
        .isEqualTo(new DivisionCode("511523100001"));
    assertThat(UnitNumber.divisionOf(number(TOWN, DAY, 1)))
        .isEqualTo(new DivisionCode("511523100"));
  }

  @Test
  void the_county_gives_no_numbers() {
    assertThat(UnitNumber.canBeGivenBy(new StationId("ST-511523"))).isFalse();
    assertThat(UnitNumber.canBeGivenBy(TOWN)).isTrue();
    assertThat(UnitNumber.canBeGivenBy(ROOM)).isTrue();
  }
}
