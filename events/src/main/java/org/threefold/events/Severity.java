package org.threefold.events;

/** How serious a finding is. */
public enum Severity {
  MINOR,
  MAJOR,
  CRITICAL
}
