package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.needs.ServiceItems.ADVICE;
import static org.threefold.needs.ServiceItems.AFTER_SCHOOL;
import static org.threefold.needs.ServiceItems.COMPANIONSHIP;
import static org.threefold.needs.ServiceItems.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;

class ItemListsTest {

  private static final Instant OCTOBER = Instant.parse("2026-10-08T02:00:00Z");
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final DivisionCode COMMUNITY = new DivisionCode("511523100001");

  private static final ItemLists FIRST =
      ItemLists.with(null, list(1, "2026-01-01", ADVICE, AFTER_SCHOOL), OCTOBER);
  private static final ItemLists BOTH =
      ItemLists.with(FIRST, list(2, "2026-11-01", ADVICE, COMPANIONSHIP), OCTOBER);

  private static Wanted wanted(ClientGroup group) {
    return new Wanted(List.of(group), AgeBand.FROM_60, COMMUNITY, OCTOBER);
  }

  @Test
  void before_the_first_list_begins_nothing_is_offered() {
    assertThat(FIRST.on(LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(FIRST.on(LocalDate.of(2026, 1, 1))).containsExactly(ADVICE, AFTER_SCHOOL);
  }

  @Test
  void a_list_is_in_force_until_the_day_before_the_next_begins() {
    assertThat(BOTH.on(NOVEMBER.minusDays(1))).containsExactly(ADVICE, AFTER_SCHOOL);
    assertThat(BOTH.on(NOVEMBER)).containsExactly(ADVICE, COMPANIONSHIP);
    assertThat(BOTH.item("SI-07", NOVEMBER.minusDays(1))).contains(AFTER_SCHOOL);
    assertThat(BOTH.item("SI-07", NOVEMBER)).isEmpty();
    assertThat(BOTH.item("SI-99", NOVEMBER)).isEmpty();
  }

  @Test
  void what_ended_before_the_latest_was_published_is_not_kept() {
    Instant later = Instant.parse("2026-11-30T02:00:00Z");
    ItemLists three = ItemLists.with(BOTH, list(3, "2027-01-01", ADVICE), later);
    assertThat(three.lists())
        .extracting(ItemLists.ItemList::from)
        .containsExactly(NOVEMBER, LocalDate.of(2027, 1, 1));
    assertThat(BOTH.lists()).hasSize(2);
  }

  @Test
  void an_item_is_offered_where_the_need_is_to_those_it_is_for() {
    Offer offer = ItemLists.offer(COMPANIONSHIP, wanted(ClientGroup.ELDER_LIVING_ALONE));
    assertThat(offer.type()).isEqualTo(SupplierType.ITEM);
    assertThat(offer.supplier()).isEqualTo("SI-03");
    assertThat(offer.answers()).containsExactly(NeedCategory.COMPANIONSHIP);
    assertThat(offer.helps()).containsExactly(NeedCategory.MEAL_CARE);
    assertThat(offer.heldIn()).containsExactly(COMMUNITY);
    assertThat(offer.availability()).isEqualTo(Availability.NOW);
    assertThat(ItemLists.availability(AFTER_SCHOOL, wanted(ClientGroup.ELDER)))
        .isEqualTo(Availability.NEVER);
  }
}
