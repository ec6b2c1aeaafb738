package org.threefold.events;

/** The three methods of social work. */
public enum ServiceMethod {
  CASE,
  GROUP,
  COMMUNITY
}
