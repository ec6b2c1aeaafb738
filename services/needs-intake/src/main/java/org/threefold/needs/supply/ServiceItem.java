package org.threefold.needs.supply;

import java.util.Arrays;

/** What units do for residents themselves: the county's service-item list (domain §8.9). */
enum ServiceItem {
  POLICY_ADVICE("SI-01"),
  FAMILY_CASEWORK("SI-02"),
  ELDER_HOME_VISIT("SI-03"),
  ELDER_MIND_GAMES("SI-04"),
  LEFT_BEHIND_CHILD_COMPANIONSHIP("SI-05"),
  GIRL_PROTECTION_EDUCATION("SI-06"),
  PLAY_AND_AFTER_SCHOOL_CLUB("SI-07"),
  PSYCHOLOGICAL_FIRST_SUPPORT("SI-08"),
  FAMILY_MEDIATION("SI-09"),
  DISABILITY_SUPPORT("SI-10"),
  VOLUNTEER_TEAM_BUILDING("SI-11"),
  COMMUNITY_MEETING_FACILITATION("SI-12"),
  CIVILITY_PUBLICITY("SI-13"),
  EPIDEMIC_PREVENTION_HELP("SI-14"),
  RESOURCE_LINK_AND_REFERRAL("SI-15"),
  COMMUNITY_ORGANISATION_INCUBATION("SI-16");

  private final String code;

  ServiceItem(String code) {
    this.code = code;
  }

  /** Whether the list has an item of this code. */
  static boolean has(String code) {
    return Arrays.stream(values()).anyMatch(it -> it.code.equals(code));
  }
}
