package org.threefold.needs.supply;

import org.springframework.stereotype.Service;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.SupplierType;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/**
 * What is on offer: the county's service items, and the low-fee programmes as they are heard of.
 */
@Service
public class Supplies {

  private final Known<Programme> programmes;

  Supplies(AggregateStores stores) {
    this.programmes = stores.known("programmes", Programme.class);
  }

  /** A programme exists. */
  public void learn(LowFeeProgrammeRegistered it, Cause.Heard cause) {
    programmes.learn(it.programme().value(), cause, _ -> new Programme(it.programme(), it.state()));
  }

  /** Whether a need can be matched with this. */
  public Availability availability(SupplierType type, String supplier) {
    return switch (type) {
      case ITEM -> ServiceItem.has(supplier) ? Availability.NOW : Availability.NEVER;
      case LOWFEE ->
          programmes.find(supplier).map(Programme::availability).orElse(Availability.NEVER);
      case ACTIVITY, RESOURCE -> Availability.NEVER; // Nobody has told intake of any yet.
    };
  }
}
