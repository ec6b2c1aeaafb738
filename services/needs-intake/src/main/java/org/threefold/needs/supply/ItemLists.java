package org.threefold.needs.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.calendar.CountyTime;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.SupplierType;

/**
 * The county's lists of service items as intake knows them; one is in force until the next begins.
 *
 * @param lists in the order of their days, the one in force and what is to follow
 */
record ItemLists(List<ItemList> lists) {

  ItemLists {
    lists = List.copyOf(lists);
  }

  /** What stations offer from a day on. */
  record ItemList(LocalDate from, List<ServiceItem> items) {}

  /**
   * With another list, and without those that ended before it was published.
   *
   * @param at when it was published
   */
  static ItemLists with(@Nullable ItemLists known, ServiceItemListPublished it, Instant at) {
    List<ItemList> before = known == null ? List.of() : known.lists();
    List<ItemList> all =
        Stream.concat(before.stream(), Stream.of(new ItemList(it.effectiveFrom(), it.items())))
            .toList();
    LocalDate day = CountyTime.dayOf(at);
    int current = 0;
    while (current + 1 < all.size() && !all.get(current + 1).from().isAfter(day)) {
      current++;
    }
    return new ItemLists(all.subList(current, all.size()));
  }

  /** What stations offer on this day. */
  List<ServiceItem> on(LocalDate day) {
    return lists.reversed().stream()
        .filter(it -> !it.from().isAfter(day))
        .findFirst()
        .map(ItemList::items)
        .orElse(List.of());
  }

  /** The item of this code, if stations offer it on this day. */
  Optional<ServiceItem> item(String code, LocalDate day) {
    return on(day).stream().filter(it -> it.item().value().equals(code)).findFirst();
  }

  /** Units give it themselves, where the need is. */
  static Offer offer(ServiceItem it, Wanted wanted) {
    return new Offer(
        SupplierType.ITEM,
        it.item().value(),
        new Names(it.name(), it.englishName()),
        Set.copyOf(it.answers()),
        Set.copyOf(it.helps()),
        it.groups(),
        List.of(wanted.division()),
        availability(it, wanted),
        null);
  }

  /** Whether it can be had for this need. */
  static Availability availability(ServiceItem it, Wanted wanted) {
    return wanted.fit(it.groups()) > 0 ? Availability.NOW : Availability.NEVER;
  }
}
