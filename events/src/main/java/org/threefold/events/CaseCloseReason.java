package org.threefold.events;

/** Why a case is over (domain §2.1). */
public enum CaseCloseReason {
  GOALS_MET,
  CLIENT_ENDED,
  MOVED,
  DIED,
  LOST,
  REFERRED,
  AGENCY_LIMIT
}
