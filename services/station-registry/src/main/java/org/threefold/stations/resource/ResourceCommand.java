package org.threefold.stations.resource;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;

/** What can be asked of a resource. */
sealed interface ResourceCommand {

  /** Put it in the register, under a number of its own. */
  record Register(ResourceId resource, Draft draft) implements ResourceCommand {}

  /** Take it out: it cannot be had any more. */
  record Withdraw() implements ResourceCommand {}

  /**
   * A resource that somebody wants registered.
   *
   * @param kind a code of domain §8.12, if it is one
   * @param home the town it belongs to, or the county
   * @param homeFrom since when that division is valid; null if it is not on the map
   * @param categories the needs it can help with
   * @param groups the residents it can help
   */
  record Draft(
      String kind,
      DivisionCode home,
      @Nullable LocalDate homeFrom,
      LocalDate today,
      String name,
      @Nullable String englishName,
      List<NeedCategory> categories,
      List<ClientGroup> groups) {}
}
