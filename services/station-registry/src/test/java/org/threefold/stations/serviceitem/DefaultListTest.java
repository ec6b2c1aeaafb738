package org.threefold.stations.serviceitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.stations.serviceitem.ServiceItemHttp.NewItem;
import org.threefold.stations.serviceitem.ServiceItemHttp.NewList;
import org.threefold.stations.serviceitem.ServiceItemLists.Draft;
import tools.jackson.databind.json.JsonMapper;

/** The list that a county begins with, domain §8.9. */
class DefaultListTest {

  private static NewList list;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            DefaultListTest.class.getResourceAsStream(
                "/org/threefold/stations/service-items.json"))) {
      list = new JsonMapper().readValue(file, NewList.class);
    }
  }

  @Test
  void it_has_sixteen_items_with_names_in_both_languages_each_of_some_use() {
    assertThat(list.items())
        .extracting(it -> it.item().value())
        .containsExactly(
            IntStream.rangeClosed(1, 16).mapToObj("SI-%02d"::formatted).toArray(String[]::new));
    assertThat(list.items()).extracting(NewItem::name).doesNotHaveDuplicates();
    assertThat(list.items())
        .extracting(NewItem::englishName)
        .doesNotHaveDuplicates()
        .doesNotContainNull();
    assertThat(list.items())
        .extracting(NewItem::said)
        .allSatisfy(it -> assertThat(it.answers().size() + it.helps().size()).isPositive());
  }

  @Test
  void it_can_be_published() {
    List<ServiceItem> items = list.items().stream().map(NewItem::said).toList();
    var draft =
        new Draft(new DivisionCode("511523"), list.effectiveFrom(), items, list.effectiveFrom());
    assertThat(ServiceItemLists.NONE.publish(draft).getFirst().items()).isEqualTo(items);
  }

  @Test
  void it_answers_what_no_programme_and_no_departments_activity_must() {
    Set<NeedCategory> answered =
        list.items().stream().flatMap(it -> it.answers().stream()).collect(Collectors.toSet());
    assertThat(NeedCategory.values())
        .filteredOn(it -> !answered.contains(it))
        .containsExactly(
            NeedCategory.MEAL_CARE,
            NeedCategory.ENVIRONMENT,
            NeedCategory.SKILL_TRAINING,
            NeedCategory.OTHER);
  }
}
