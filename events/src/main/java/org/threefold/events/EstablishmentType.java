package org.threefold.events;

/** What a department is under the purchase rules (domain §8.8). */
public enum EstablishmentType {
  STATE_ORGAN,
  PARTY_ORGAN,
  MASS_ORG_ADMIN,
  MASS_ORG_INST,
  PUBLIC_INST_1,
  PUBLIC_INST_2
}
