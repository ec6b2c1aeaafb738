package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Refused;
import org.threefold.events.StationId;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "RM-511523100001, RM-511523100001",
    "ST-511523100, ST-511523100",
    "511523100, ST-511523100",
    "511523100000, ST-511523100"
  })
  void a_unit_or_a_town_is_one_place(String addressId, String unit) {
    assertThat(Place.unitsAt(addressId)).containsExactly(new StationId(unit));
  }

  @Test
  void a_community_has_a_room_or_else_the_towns_station() {
    assertThat(Place.unitsAt("511523100201"))
        .isEqualTo(List.of(new StationId("RM-511523100201"), new StationId("ST-511523100")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "511523", "5115231000", "RM-511523100", "ST-5115231", "东大街7号", "12a"})
  void what_names_no_place_is_refused(String addressId) {
    assertThatThrownBy(() -> Place.unitsAt(addressId))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("NEED-072");
  }
}
