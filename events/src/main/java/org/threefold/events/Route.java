package org.threefold.events;

/** The one way a need goes on after analysis. */
public enum Route {
  DIRECT,
  CASE,
  PROJECT,
  REFER
}
