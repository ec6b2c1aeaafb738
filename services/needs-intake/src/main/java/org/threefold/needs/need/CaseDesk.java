package org.threefold.needs.need;

import org.threefold.messaging.Cause;

/** Where needs are taken that become cases. */
public interface CaseDesk {

  /** Opens the case, once, however often it is asked. */
  void open(CaseOpening opening, Cause cause);
}
