package org.threefold.stations.serviceitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ItemCode;
import org.threefold.events.ItemMethod;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.stations.serviceitem.ServiceItemLists.Draft;
import org.threefold.testkit.Given;

class ServiceItemListsTest {

  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final ServiceItem ADVICE = item("SI-01", "政策咨询", "policy advice", "人次");
  private static final ServiceItem VISIT = item("SI-03", "老年人探访", null, "次");

  private static final ServiceItemListPublished FIRST =
      new ServiceItemListPublished(COUNTY, 1, LocalDate.of(2026, 1, 1), List.of(ADVICE, VISIT));
  private static final ServiceItemListPublished SECOND =
      new ServiceItemListPublished(COUNTY, 2, NEW_YEAR, List.of(ADVICE));

  private static ServiceItem item(
      String code, String name, @Nullable String englishName, String unit) {
    return new ServiceItem(
        new ItemCode(code),
        name,
        englishName,
        List.of(ItemMethod.DIRECT),
        List.of(ClientGroup.ELDER),
        unit,
        List.of(NeedCategory.COMPANIONSHIP),
        List.of());
  }

  private static Given<ServiceItemLists, ServiceItemListPublished> given(
      ServiceItemListPublished... facts) {
    return Given.of(ServiceItemLists.NONE, ServiceItemLists::after, facts);
  }

  private static Draft draft(LocalDate from, ServiceItem... items) {
    return new Draft(COUNTY, from, List.of(items), TODAY);
  }

  @Test
  void the_first_list_may_have_been_in_force_for_long() {
    given().when(it -> it.publish(draft(FIRST.effectiveFrom(), ADVICE, VISIT))).then(FIRST);
  }

  @Test
  void the_next_list_begins_today_at_the_earliest() {
    given(FIRST).when(it -> it.publish(draft(NEW_YEAR, ADVICE))).then(SECOND);
    assertThat(state(FIRST).publish(draft(TODAY, ADVICE))).hasSize(1);
    given(FIRST)
        .when(it -> it.publish(draft(TODAY.minusDays(1), ADVICE)))
        .thenRefused("REG-031 [2026-11-24, 2026-11-25]");
  }

  @Test
  void a_day_has_one_list() {
    given(FIRST, SECOND)
        .when(it -> it.publish(draft(NEW_YEAR, VISIT)))
        .thenRefused("REG-031 [2027-01-01, 2027-01-02]");
    assertThat(state(FIRST, SECOND).publish(draft(NEW_YEAR.plusDays(1), VISIT))).hasSize(1);
  }

  @Test
  void a_list_names_an_item_once() {
    given()
        .when(it -> it.publish(draft(TODAY, ADVICE, VISIT, item("SI-01", "别的", null, "次"))))
        .thenRefused("REG-032 [SI-01]");
    given(FIRST).when(it -> it.publish(draft(NEW_YEAR, ADVICE))).then(SECOND);
  }

  @Test
  void its_words_say_nothing_of_a_person() {
    refused("REG-092 [name, MOBILE_NUMBER]", item("SI-01", "找张叔13800138000", null, "次"));
    refused("REG-092 [englishName, MOBILE_NUMBER]", item("SI-01", "探访", "call 13800138000", "次"));
    refused("REG-092 [unit, MOBILE_NUMBER]", item("SI-01", "探访", null, "13800138000"));
  }

  private static void refused(String message, ServiceItem item) {
    given().when(it -> it.publish(draft(TODAY, item))).thenRefused(message);
  }

  @Test
  void a_list_is_in_force_until_the_day_before_the_next() {
    ServiceItemLists lists = state(FIRST, SECOND);
    assertThat(lists.on(FIRST.effectiveFrom().minusDays(1))).isEmpty();
    assertThat(lists.on(NEW_YEAR.minusDays(1)).orElseThrow().version()).isEqualTo(1);
    assertThat(lists.on(NEW_YEAR).orElseThrow().version()).isEqualTo(2);
    assertThat(lists.until(lists.version(1).orElseThrow())).isEqualTo(NEW_YEAR.minusDays(1));
    assertThat(lists.until(lists.version(2).orElseThrow())).isNull();
    assertThat(lists.version(3)).isEmpty();
  }

  private static ServiceItemLists state(ServiceItemListPublished... facts) {
    ServiceItemLists state = ServiceItemLists.NONE;
    for (ServiceItemListPublished fact : facts) {
      state = state.after(fact);
    }
    return state;
  }
}
