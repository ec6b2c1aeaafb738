package org.threefold.events;

/** What an evaluation judges. */
public enum EvaluationKind {
  MID,
  SPOT,
  FINAL
}
