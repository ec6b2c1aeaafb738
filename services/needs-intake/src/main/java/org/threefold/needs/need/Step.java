package org.threefold.needs.need;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a need's history.
 *
 * @param what the fact
 * @param at when
 * @param actor role and unit, never a name
 * @param note words that stay in this service
 */
record Step(String what, Instant at, String actor, @Nullable String note) {

  Step saying(UnaryOperator<String> words) {
    return note == null ? this : new Step(what, at, actor, words.apply(note));
  }

  Step withoutNote() {
    return new Step(what, at, actor, null);
  }
}
