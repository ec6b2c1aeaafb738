package org.threefold.access.problems;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) of fields, from the paths other libraries name them by. */
final class Pointers {

  /** The name of an unknown field is the caller's, so it may be long. */
  private static final int LONGEST_NAME = 80;

  private Pointers() {}

  static String of(List<JacksonException.Reference> path) {
    return join(
        path.stream()
            .map(it -> {
              String name = it.getPropertyName();
              return name != null ? name : String.valueOf(it.getIndex());
            }));
  }

  /** From the form {@code groups[1].name} of bean validation. */
  static String of(String beanPath) {
    return join(Stream.of(beanPath.split("[.\\[\\]]+", -1)).filter(it -> !it.isEmpty()));
  }

  private static String join(Stream<String> names) {
    return names.map(it -> "/" + escaped(it)).collect(Collectors.joining());
  }

  private static String escaped(String name) {
    String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    return cut.replace("~", "~0").replace("/", "~1");
  }
}
