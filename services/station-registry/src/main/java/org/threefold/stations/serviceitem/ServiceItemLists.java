package org.threefold.stations.serviceitem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.ItemCode;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.stations.PublicWords;

/**
 * All lists of service items that the county has published; domain §1.K, K01.
 *
 * @param county whose they are; null before the first
 * @param published in their order; each is in force until the day before the next begins
 */
record ServiceItemLists(@Nullable DivisionCode county, List<Published> published) {

  static final ServiceItemLists NONE = new ServiceItemLists(null, List.of());

  ServiceItemLists {
    published = List.copyOf(published);
  }

  /** A list as it was published, from the first day it is in force. */
  record Published(int version, LocalDate effectiveFrom, List<ServiceItem> items) {}

  /**
   * A list that the county wants to have.
   *
   * @param today on which it is published
   */
  record Draft(
      DivisionCode county, LocalDate effectiveFrom, List<ServiceItem> items, LocalDate today) {}

  /**
   * What follows from publishing this list.
   *
   * @throws Refused REG-031 if it would begin in the past of another, REG-032 if it names an item
   *     twice, REG-092 if a name or unit has the number of a person in it
   */
  List<ServiceItemListPublished> publish(Draft it) {
    LocalDate earliest = earliest(it.today());
    if (earliest != null && it.effectiveFrom().isBefore(earliest)) {
      throw new Refused("REG-031", it.effectiveFrom(), earliest);
    }
    Set<ItemCode> codes = new HashSet<>();
    for (ServiceItem item : it.items()) {
      if (!codes.add(item.item())) {
        throw new Refused("REG-032", item.item());
      }
      PublicWords.mustSayNothingOfAPerson("name", item.name());
      PublicWords.mustSayNothingOfAPerson("englishName", item.englishName());
      PublicWords.mustSayNothingOfAPerson("unit", item.unit());
    }
    int version = published.size() + 1;
    return List.of(
        new ServiceItemListPublished(it.county(), version, it.effectiveFrom(), it.items()));
  }

  /** The state after a fact. */
  ServiceItemLists after(ServiceItemListPublished it) {
    List<Published> all = new ArrayList<>(published);
    all.add(new Published(it.version(), it.effectiveFrom(), it.items()));
    return new ServiceItemLists(it.county(), all);
  }

  /** The list of this number, if there is one. */
  Optional<Published> version(int version) {
    return published.stream().filter(it -> it.version() == version).findFirst();
  }

  /** The list that is in force on this day, if one is. */
  Optional<Published> on(LocalDate day) {
    return published.reversed().stream().filter(it -> !it.effectiveFrom().isAfter(day)).findFirst();
  }

  /** The last day of a list; null as long as no other follows. */
  @Nullable LocalDate until(Published list) {
    return IntStream.range(0, published.size() - 1)
        .filter(it -> published.get(it).equals(list))
        .mapToObj(it -> published.get(it + 1).effectiveFrom().minusDays(1))
        .findFirst()
        .orElse(null);
  }

  /**
   * The first day on which another list can begin: one day has one list, and what was offered
   * yesterday stays what was offered. Null if any day will do.
   */
  private @Nullable LocalDate earliest(LocalDate today) {
    if (published.isEmpty()) {
      return null;
    }
    LocalDate next = published.getLast().effectiveFrom().plusDays(1);
    return next.isAfter(today) ? next : today;
  }
}
