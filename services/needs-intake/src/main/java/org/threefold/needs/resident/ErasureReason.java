package org.threefold.needs.resident;

/** Why it is no longer kept who a resident is. */
enum ErasureReason {
  RESIDENT_ASKED,
  CONSENT_WITHDRAWN,
  NO_LONGER_NEEDED,
  KEPT_TOO_LONG,
  RECORDED_WRONGLY
}
