package org.threefold.projects.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.threefold.events.OperatorId;
import org.threefold.events.StationId;

class SurroundingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final Unit.Run RUN =
      new Unit.Run(new OperatorId("OP-1"), TODAY, TODAY.plusDays(1));

  @Test
  void a_unit_is_open_from_its_day_on() {
    assertThat(Unit.planned(TOWN).isOpen(TODAY)).isFalse();
    assertThat(Unit.planned(TOWN).open(TODAY).isOpen(TODAY)).isTrue();
    assertThat(Unit.planned(TOWN).open(TODAY.plusDays(1)).isOpen(TODAY)).isFalse();
  }

  @Test
  void contract_and_opening_may_be_heard_in_any_order() {
    assertThat(Unit.planned(TOWN).with(RUN).open(TODAY))
        .isEqualTo(Unit.planned(TOWN).open(TODAY).with(RUN));
    assertThat(RUN.includes(TODAY.minusDays(1))).isFalse();
    assertThat(RUN.includes(TODAY.plusDays(1))).isTrue();
    assertThat(RUN.includes(TODAY.plusDays(2))).isFalse();
  }

  @Test
  void an_agency_is_barred_to_the_last_day_of_its_longest_bar() {
    Agency agency =
        Agency.UNKNOWN
            .with(new Agency.Bar(TODAY, TODAY.plusDays(3)))
            .with(new Agency.Bar(TODAY, TODAY.plusDays(9)))
            .register();
    assertThat(agency.registered()).isTrue();
    assertThat(agency.barredUntil(TODAY)).contains(TODAY.plusDays(9));
    assertThat(agency.barredUntil(TODAY.plusDays(10))).isEmpty();
    assertThat(agency.barredUntil(TODAY.minusDays(1))).isEmpty();
  }
}
