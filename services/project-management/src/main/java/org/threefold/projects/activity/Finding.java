package org.threefold.projects.activity;

import java.util.List;
import org.threefold.access.Refused;

/**
 * A rule that something breaks.
 *
 * @param code its code (domain §9)
 * @param arguments what the sentence of the code names
 */
record Finding(String code, List<Object> arguments) {

  static Finding of(String code, Object... arguments) {
    return new Finding(code, List.of(arguments));
  }

  /** The same to a person. */
  Refused refused() {
    return new Refused(code, arguments.toArray());
  }
}
