package org.threefold.messaging;

import java.util.List;
import org.threefold.events.Event;

/**
 * What follows from a command in a state. Must be pure: after a lost race it is asked again with
 * the newer state.
 *
 * @param <S> the state
 * @param <E> the facts
 */
@FunctionalInterface
public interface Decision<S, E extends Event> {

  /**
   * The facts that follow, none if nothing changes; or throws what the caller shall see, and
   * nothing is stored.
   */
  List<? extends E> decide(S state);

  /**
   * What the service keeps for itself of this decision, besides what the facts add up to: words
   * that are never said, who did what when. Stored in the same write. Must be pure; by default
   * nothing.
   *
   * @param after the state after the facts
   * @param facts what was decided, in order; may be empty
   */
  default S keep(S after, List<? extends E> facts) {
    return after;
  }
}
