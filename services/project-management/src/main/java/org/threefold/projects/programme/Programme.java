package org.threefold.projects.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;

/** A low-fee programme (domain §8.5), once it is registered. */
record Programme(@Nullable LowFeeProgrammeRegistered registered) {

  static final Programme UNKNOWN = new Programme(null);

  List<LowFeeProgrammeRegistered> register(LowFeeProgrammeRegistered wanted) {
    if (registered != null) {
      throw new Refused("PROJ-015", wanted.programme());
    }
    Long tariffFen = wanted.tariffFen();
    Long costFen = wanted.unitCostFen();
    if (tariffFen != null && (costFen == null || tariffFen > costFen)) {
      throw new Refused("PROJ-030", wanted.programme());
    }
    return List.of(wanted);
  }

  Programme after(LowFeeProgrammeRegistered event) {
    return new Programme(event);
  }
}
