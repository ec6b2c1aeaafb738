package org.threefold.oversight.place;

import org.threefold.events.DivisionLevel;
import org.threefold.events.StationEvent.DivisionRegistered;

/** A division of the county by its name. */
public record Division(String code, String name, DivisionLevel level, Where where) {

  static Division of(DivisionRegistered it) {
    return new Division(it.code().value(), it.name(), it.level(), Where.of(it.code()));
  }
}
