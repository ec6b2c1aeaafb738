package org.threefold.events;

/** How a service item is given: directly, or by one of the methods of social work. */
public enum ItemMethod {
  DIRECT,
  CASE,
  GROUP,
  COMMUNITY
}
