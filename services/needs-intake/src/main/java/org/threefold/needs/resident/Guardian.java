package org.threefold.needs.resident;

/** Who answers for a resident that cannot. */
record Guardian(String name, Phone phone, Relation relation) {

  @Override
  public String toString() {
    return "***";
  }
}
