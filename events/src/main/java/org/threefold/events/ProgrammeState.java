package org.threefold.events;

/** The life of a low-fee programme. */
public enum ProgrammeState {
  DESIGNED,
  RUNNING,
  PAUSED,
  ENDED
}
