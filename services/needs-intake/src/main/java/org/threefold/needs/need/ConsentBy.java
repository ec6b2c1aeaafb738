package org.threefold.needs.need;

/** Who has given written consent to casework. */
public enum ConsentBy {
  CLIENT,
  GUARDIAN
}
