package org.threefold.needs.resident;

/**
 * A disability as the certificate has it (domain §8.6).
 *
 * @param grade 1 to 4; 1 is the most severe
 */
record Disability(Kind kind, int grade) {

  static final int GRADE_MAX = 4;

  /** Of what kind. */
  enum Kind {
    SIGHT,
    HEARING,
    SPEECH,
    LIMB,
    INTELLECTUAL,
    MENTAL,
    MULTIPLE
  }

  @Override
  public String toString() {
    return "***";
  }
}
