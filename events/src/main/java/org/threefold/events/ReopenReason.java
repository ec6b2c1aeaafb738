package org.threefold.events;

/** Why a need that was over goes on. */
public enum ReopenReason {
  DISPUTED,
  APPEAL,
  CAME_BACK,
  NEW_FACTS,
  CASE_ENDED
}
