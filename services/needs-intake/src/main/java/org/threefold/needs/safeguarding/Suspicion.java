package org.threefold.needs.safeguarding;

/** What is suspected. */
enum Suspicion {
  VIOLENCE,
  SEXUAL_HARM,
  NEGLECT,
  ABANDONMENT,
  SELF_HARM,
  TRAFFICKING,
  OTHER
}
