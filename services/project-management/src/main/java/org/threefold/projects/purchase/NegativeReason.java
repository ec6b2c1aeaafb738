package org.threefold.projects.purchase;

/** Why something may not be bought (domain §2.3, the negative list of article 10). */
enum NegativeReason {
  /** Outside the government's duties. */
  NL1,
  /** Duties the government must perform itself. */
  NL2,
  /** Goods, works, or works bundled with services. */
  NL3,
  /** Financing. */
  NL4,
  /** Hiring of staff, labour dispatch, public-welfare posts. */
  NL5,
  /** Others by law. */
  NL6
}
