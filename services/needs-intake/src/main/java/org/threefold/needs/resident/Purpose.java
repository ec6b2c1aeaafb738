package org.threefold.needs.resident;

/** What somebody has to know for who a resident is. */
enum Purpose {
  CONTACT,
  VISIT,
  SERVICE,
  REFERRAL,
  IDENTITY_CHECK,
  SAFEGUARDING,
  RESIDENT_ASKED
}
