package org.threefold.stations.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationEvent.DivisionRegistered;

class DivisionTest {

  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final LocalDate FROM = LocalDate.of(2019, 10, 31);

  @ParameterizedTest
  @CsvSource({
    "511523, COUNTY,",
    "511523100, TOWN, 511523",
    "511523100001, COMMUNITY, 511523100",
    "511523100199, COMMUNITY, 511523100",
    "511523100200, VILLAGE, 511523100",
    "511523100399, VILLAGE, 511523100"
  })
  void a_division_is_put_on_the_map_below_its_parent(
      String code, DivisionLevel level, String parent) {
    assertThat(new Division.Unknown().decide(register(code, true)))
        .isEqualTo(
            List.of(
                new DivisionRegistered(
                    new DivisionCode(code),
                    "江安镇",
                    level,
                    parent == null ? null : new DivisionCode(parent),
                    FROM,
                    false)));
  }

  @Test
  void a_division_of_another_county_is_refused() {
    refused("REG-001", new Division.Unknown(), register("511524100", true));
  }

  @Test
  void a_division_whose_parent_is_not_on_the_map_is_refused() {
    refused("REG-004", new Division.Unknown(), register("511523100001", false));
  }

  @ParameterizedTest
  @CsvSource({"511523100000", "511523100400", "511523100999"})
  void a_committee_number_out_of_range_is_refused(String code) {
    refused("REG-004", new Division.Unknown(), register(code, true));
  }

  @Test
  void a_division_is_registered_once() {
    Division there =
        new Division.Unknown()
            .after(new Division.Unknown().decide(register("511523", true)).getFirst());
    refused("REG-089", there, register("511523", true));
  }

  private static void refused(String code, Division division, DivisionCommand command) {
    assertThatThrownBy(() -> division.decide(command)).hasMessageStartingWith(code);
  }

  private static DivisionCommand register(String code, boolean parentKnown) {
    return new DivisionCommand.Register(
        new DivisionCode(code), "江安镇", FROM, false, parentKnown, COUNTY);
  }
}
