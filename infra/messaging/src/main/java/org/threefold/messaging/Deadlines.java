package org.threefold.messaging;

import java.util.function.BiConsumer;

/** Looks at aggregates whose deadline has passed; a bean of every service. */
public interface Deadlines {

  /**
   * From now on, hands the id of every due aggregate to the action, with a cause for its decision.
   *
   * <p>The decision must move or drop the deadline, or the aggregate is due again at the next look
   * (every second).
   */
  void watch(Aggregates<?, ?> aggregates, BiConsumer<String, Cause.Due> action);
}
