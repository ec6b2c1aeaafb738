package org.threefold.events;

/** Why a need lost its project. */
public enum UnplanCause {
  PROJECT_REJECTED,
  PROJECT_CANCELLED,
  PROJECT_TERMINATED
}
