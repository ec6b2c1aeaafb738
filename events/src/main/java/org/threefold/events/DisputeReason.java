package org.threefold.events;

/** Why a resident does not agree that a need is answered for. */
public enum DisputeReason {
  NOT_SERVED,
  NOT_WHAT_WAS_ASKED,
  PROBLEM_REMAINS,
  BADLY_TREATED
}
