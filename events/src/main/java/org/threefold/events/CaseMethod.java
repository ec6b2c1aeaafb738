package org.threefold.events;

/** How something was done in a case. */
public enum CaseMethod {
  INTERVIEW,
  HOME_VISIT,
  PHONE,
  COUNSELLING,
  FAMILY_SESSION,
  RESOURCE_LINK,
  ACCOMPANIMENT,
  GROUP_SESSION
}
