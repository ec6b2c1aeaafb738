package org.threefold.events;

/** What a need waits for, where there is a time for it (domain §3.6). */
public enum NeedStep {
  SORT,
  ANALYSE,
  ANSWER_ESCALATION,
  ANSWER_REFERRAL,
  BUNDLE,
  FEED_BACK
}
