package org.threefold.events;

/** What somebody comes to a unit for (domain §3.2.1 asks for a code and names none). */
public enum VisitPurpose {
  ADVICE,
  HELP,
  SERVICE,
  ACTIVITY,
  FEEDBACK,
  COMPLAINT,
  VOLUNTEERING,
  OTHER
}
