package org.threefold.needs.look;

/** What somebody did with who a resident is. */
public enum Act {
  REGISTER,
  LOOK,
  SEARCH,
  CORRECT,
  ERASE
}
