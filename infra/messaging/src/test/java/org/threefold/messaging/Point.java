package org.threefold.messaging;

/** Where a process may die between deciding a fact and having heard it, in the order of the way. */
enum Point {
  BEFORE_THE_WRITE,
  AFTER_THE_WRITE_BEFORE_THE_HAND_OFF,
  BEFORE_THE_SEND,
  AT_THE_FIRST_ACKNOWLEDGEMENT_OF_MANY,
  AFTER_THE_ACKNOWLEDGEMENT,
  BEFORE_THE_CLEAR,
  AFTER_THE_CLEAR,
  AFTER_THE_EFFECT_BEFORE_SEEN,
  AFTER_SEEN_BEFORE_THE_COMMIT
}
