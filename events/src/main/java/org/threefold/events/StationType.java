package org.threefold.events;

/** The three tiers: county general station, town station, community room. */
public enum StationType {
  COUNTY_HUB,
  TOWN_STATION,
  COMMUNITY_ROOM
}
