package org.threefold.access.problems;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The values an enumeration allows; ours, so they are told in full.
 *
 * @param names separated by commas
 */
record Allowed(String names) {

  static Allowed of(Class<?> enumeration) {
    return new Allowed(
        Arrays.stream(enumeration.getEnumConstants())
            .map(it -> ((Enum<?>) it).name())
            .collect(Collectors.joining(", ")));
  }
}
