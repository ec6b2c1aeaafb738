package org.threefold.oversight.live;

import org.threefold.events.DivisionCode;

/**
 * What a reader may see of the stream.
 *
 * @param money whether all the county's money
 */
record Sight(DivisionCode area, boolean money) {

  private static final int COUNTY_DIGITS = 6;

  boolean sees(Told told) {
    if (told.money() && !money) {
      return false;
    }
    return told.division() == null
        ? area.value().length() == COUNTY_DIGITS
        : area.covers(told.division());
  }
}
