package org.threefold.needs.supply;

import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;

/** A low-fee programme as intake knows it. */
record Programme(ProgrammeId programme, ProgrammeState state) {

  Availability availability() {
    return switch (state) {
      case RUNNING -> Availability.NOW;
      case DESIGNED -> Availability.NOT_YET;
      case PAUSED, ENDED -> Availability.NEVER;
    };
  }
}
