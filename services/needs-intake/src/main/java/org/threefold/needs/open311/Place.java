package org.threefold.needs.open311;

import java.util.List;
import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.events.StationId;

/** Which unit an {@code address_id} means. */
final class Place {

  private static final Pattern UNIT = Pattern.compile("(?:ST|RM)-[0-9]{6,12}");
  private static final Pattern COMMUNITY = Pattern.compile("[0-9]{12}");
  private static final Pattern TOWN = Pattern.compile("([0-9]{9})(?:000)?");
  private static final int TOWN_DIGITS = 9;

  private Place() {}

  /**
   * The unit, or those that may be meant, the nearest first: a village has no room, so its needs go
   * to the town station (domain §0.3, fact 2).
   *
   * @throws Refused NEED-072 if the text names no place
   */
  static List<StationId> unitsAt(String addressId) {
    var town = TOWN.matcher(addressId);
    if (town.matches()) {
      return List.of(new StationId("ST-" + town.group(1)));
    }
    if (COMMUNITY.matcher(addressId).matches()) {
      return List.of(
          new StationId("RM-" + addressId),
          new StationId("ST-" + addressId.substring(0, TOWN_DIGITS)));
    }
    if (UNIT.matcher(addressId).matches()) {
      try {
        return List.of(new StationId(addressId));
      } catch (IllegalArgumentException _) {
        // As many digits as no unit has.
      }
    }
    throw new Refused("NEED-072");
  }
}
