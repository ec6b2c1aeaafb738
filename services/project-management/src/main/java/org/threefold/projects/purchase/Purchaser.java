package org.threefold.projects.purchase;

import static org.threefold.events.EstablishmentType.MASS_ORG_INST;
import static org.threefold.events.EstablishmentType.PUBLIC_INST_1;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.EstablishmentType;
import org.threefold.events.ProjectEvent.PurchaserRegistered;

/** A department that may buy services, once it is registered. */
record Purchaser(@Nullable PurchaserRegistered registered) {

  static final Purchaser UNKNOWN = new Purchaser(null);

  /** Neither purchaser nor undertaker by article 8 of the measures (domain §2.3). */
  static final Set<EstablishmentType> EXCLUDED = Set.of(MASS_ORG_INST, PUBLIC_INST_1);

  List<PurchaserRegistered> register(PurchaserRegistered wanted) {
    if (registered != null) {
      throw new Refused("PROJ-014", wanted.dept());
    }
    if (EXCLUDED.contains(wanted.establishment())) {
      throw new Refused("PROJ-012", wanted.establishment());
    }
    return List.of(wanted);
  }

  Purchaser after(PurchaserRegistered event) {
    return new Purchaser(event);
  }
}
