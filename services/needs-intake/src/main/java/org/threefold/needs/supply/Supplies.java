package org.threefold.needs.supply;

import org.springframework.stereotype.Service;
import org.threefold.events.ActivityId;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.SupplierType;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/**
 * What is on offer: the county's service items, and programmes and departments' activities as they
 * are heard of.
 */
@Service
public class Supplies {

  private final Known<Programme> programmes;
  private final Known<Activity> activities;

  Supplies(AggregateStores stores) {
    this.programmes = stores.known("programmes", Programme.class);
    this.activities = stores.known("activities", Activity.class);
  }

  /** A programme exists. */
  public void learn(LowFeeProgrammeRegistered it, Cause.Heard cause) {
    programmes.learn(it.programme().value(), cause, _ -> new Programme(it.programme(), it.state()));
  }

  /** A department will hold an activity. */
  public void learn(DepartmentActivityAccepted it, Cause.Heard cause) {
    activities.learn(it.activity().value(), cause, _ -> Activity.of(it.plan()));
  }

  /** A department holds it otherwise. */
  public void learn(DepartmentActivityRevised it, Cause.Heard cause) {
    activities.learn(it.activity().value(), cause, _ -> Activity.of(it.plan()));
  }

  /** An activity is not held, or not any more. */
  public void end(ActivityId activity, Cause.Heard cause) {
    activities.learn(activity.value(), cause, known -> known == null ? null : known.end());
  }

  /** Whether a need can be matched with this. */
  public Availability availability(SupplierType type, String supplier, Wanted wanted) {
    return switch (type) {
      case ITEM -> ServiceItem.has(supplier) ? Availability.NOW : Availability.NEVER;
      case LOWFEE ->
          programmes.find(supplier).map(Programme::availability).orElse(Availability.NEVER);
      case ACTIVITY ->
          activities.find(supplier).map(it -> it.availability(wanted)).orElse(Availability.NEVER);
      case RESOURCE -> Availability.NEVER; // Nobody has told intake of any yet.
    };
  }
}
