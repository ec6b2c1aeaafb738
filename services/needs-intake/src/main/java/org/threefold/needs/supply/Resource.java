package org.threefold.needs.supply;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.SupplierType;

/**
 * Somebody or something in a town or the county that can help, as intake knows it.
 *
 * @param home where it helps: a town, or the county
 * @param withdrawn whether it cannot be had any more
 */
record Resource(
    ResourceId resource,
    DivisionCode home,
    String name,
    @Nullable String englishName,
    List<NeedCategory> categories,
    List<ClientGroup> groups,
    boolean withdrawn) {

  static Resource of(ResourceUnitRegistered it) {
    return new Resource(
        it.resource(), it.home(), it.name(), it.englishName(), it.categories(), it.groups(), false);
  }

  Resource withdraw() {
    return new Resource(resource, home, name, englishName, categories, groups, true);
  }

  Availability availability(Wanted wanted) {
    boolean fits = !withdrawn && wanted.fit(groups) > 0 && wanted.nearness(List.of(home)) > 0;
    return fits ? Availability.NOW : Availability.NEVER;
  }

  /** It says itself which needs it answers. */
  Offer offer(Wanted wanted) {
    return new Offer(
        SupplierType.RESOURCE,
        resource.value(),
        new Names(name, englishName),
        Set.copyOf(categories),
        Set.of(),
        groups,
        List.of(home),
        availability(wanted),
        null);
  }
}
