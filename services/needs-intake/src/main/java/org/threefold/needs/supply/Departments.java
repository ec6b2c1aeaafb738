package org.threefold.needs.supply;

import org.springframework.stereotype.Service;
import org.threefold.events.DeptCode;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/** The departments a need can be referred to, as they are heard of. */
@Service
public class Departments {

  private record Department(DeptCode dept) {}

  private final Known<Department> departments;

  Departments(AggregateStores stores) {
    this.departments = stores.known("departments", Department.class);
  }

  /** A department takes part. */
  public void learn(PurchaserRegistered it, Cause.Heard cause) {
    departments.learn(it.dept().value(), cause, _ -> new Department(it.dept()));
  }

  /** Whether the department was heard of. */
  public boolean has(DeptCode dept) {
    return departments.find(dept.value()).isPresent();
  }
}
