package org.threefold.needs.resident;

/** What is kept of who a resident is; each field is sealed by itself. */
enum Field {
  NAME,
  PHONE,
  ID_NUMBER,
  ADDRESS,
  GUARDIAN_NAME,
  GUARDIAN_PHONE,
  GUARDIAN_RELATION,
  GUARDIAN_CONSENT_ON,
  DISABILITY_KIND,
  DISABILITY_GRADE,
  CONTACT_BY
}
