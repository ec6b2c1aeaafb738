package org.threefold.access;

import org.threefold.events.DivisionCode;
import org.threefold.messaging.Cause;

/**
 * Who asks and why: an argument of every handler of a command, made from token, Idempotency-Key,
 * If-Match and body.
 *
 * @param actor who asks
 * @param cause what to hand to the store; its time is the clock of the edge
 */
public record Request(Actor actor, Cause.Asked cause) {

  /**
   * Goes on if the division lies in the actor's area; outside it, nothing exists.
   *
   * @throws NotFound otherwise
   */
  public void mustCover(DivisionCode division, Object id) {
    if (!actor.covers(division)) {
      throw new NotFound(id);
    }
  }
}
