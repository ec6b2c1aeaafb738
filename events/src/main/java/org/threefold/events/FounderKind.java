package org.threefold.events;

/**
 * Who founds a community micro-fund (domain §1.E, E13): the government's side or the community's,
 * enterprises, and social-work agencies.
 */
public enum FounderKind {
  GOVERNMENT,
  COMMUNITY,
  ENTERPRISE,
  AGENCY
}
