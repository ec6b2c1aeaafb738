package org.threefold.stations.reference;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.events.OperatorId;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.stations.reference.ReferenceData.DivisionRow;
import tools.jackson.databind.json.JsonMapper;

/** The county in the file is the county of domain §8.1 and §8.2. */
class JianganTest {

  private static final Map<String, String> TOWNS =
      Map.ofEntries(
          Map.entry("511523100", "江安镇"),
          Map.entry("511523101", "红桥镇"),
          Map.entry("511523104", "怡乐镇"),
          Map.entry("511523105", "留耕镇"),
          Map.entry("511523108", "五矿镇"),
          Map.entry("511523109", "迎安镇"),
          Map.entry("511523110", "夕佳山镇"),
          Map.entry("511523112", "铁清镇"),
          Map.entry("511523113", "四面山镇"),
          Map.entry("511523114", "大井镇"),
          Map.entry("511523115", "阳春镇"),
          Map.entry("511523116", "大妙镇"),
          Map.entry("511523117", "仁和镇"),
          Map.entry("511523118", "下长镇"));

  private static ReferenceData county;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            JianganTest.class.getResourceAsStream("/org/threefold/stations/jiangan.json"))) {
      county = new JsonMapper().readValue(file, ReferenceData.class);
    }
  }

  @Test
  void there_are_fourteen_towns_with_their_names() {
    assertThat(
            county.divisions().stream()
                .filter(row -> row.code().value().length() == 9)
                .collect(toMap(row -> row.code().value(), DivisionRow::name)))
        .isEqualTo(TOWNS);
  }

  @Test
  void there_are_twenty_six_communities_all_provisional() {
    List<DivisionRow> communities =
        county.divisions().stream().filter(row -> row.code().value().length() == 12).toList();
    assertThat(communities).hasSize(26).allMatch(DivisionRow::provisional);
    assertThat(
            communities.stream().collect(groupingBy(row -> row.code().town().value(), counting())))
        .containsEntry("511523100", 7L)
        .containsEntry("511523101", 3L)
        .hasSize(14);
  }

  @Test
  void there_are_forty_one_units_one_in_each_division() {
    assertThat(county.stations()).hasSize(41);
    assertThat(
            county.stations().stream()
                .collect(groupingBy(ReferenceData.StationRow::type, counting())))
        .isEqualTo(
            Map.of(
                StationType.COUNTY_HUB,
                1L,
                StationType.TOWN_STATION,
                14L,
                StationType.COMMUNITY_ROOM,
                26L));
    Map<String, String> divisions =
        county.divisions().stream().collect(toMap(row -> row.code().value(), DivisionRow::name));
    assertThat(county.stations())
        .allSatisfy(row -> {
          String division = row.division().value();
          assertThat(row.name())
              .isEqualTo(
                  switch (row.type()) {
                    case COUNTY_HUB -> "江安县社工总站";
                    case TOWN_STATION -> divisions.get(division) + "社工站";
                    case COMMUNITY_ROOM -> divisions.get(division) + "社工室";
                  });
          assertThat(row.demonstration())
              .isEqualTo(division.equals("511523") || division.equals("511523100"));
        });
  }

  @Test
  void two_agencies_run_four_units() {
    assertThat(
            county.contracts().stream()
                .collect(
                    toMap(
                        ReferenceData.ContractRow::operator, ReferenceData.ContractRow::stations)))
        .isEqualTo(
            Map.of(
                new OperatorId("OP-INTRO-1"),
                List.of(new StationId("ST-511523"), new StationId("ST-511523100")),
                new OperatorId("OP-LOCAL-1"),
                List.of(new StationId("ST-511523113"), new StationId("ST-511523110"))));
  }
}
