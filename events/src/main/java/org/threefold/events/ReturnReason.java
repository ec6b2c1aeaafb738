package org.threefold.events;

/** Why a town station hands a need back to the room. */
public enum ReturnReason {
  INCOMPLETE,
  WRONG_CATEGORY,
  ROOM_CAN_SERVE,
  NOT_VERIFIED
}
