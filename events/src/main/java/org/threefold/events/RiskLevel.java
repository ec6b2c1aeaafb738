package org.threefold.events;

/** How much the client is at risk, as the worker sees it. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH
}
