package org.threefold.events;

/**
 * The 2+2+1 of a town station: two town persons, two full-time social workers, one part-time
 * supervisor.
 */
public enum StaffCategory {
  TOWN,
  SOCIAL_WORKER,
  SUPERVISOR
}
