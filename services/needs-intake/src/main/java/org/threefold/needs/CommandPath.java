package org.threefold.needs;

import java.util.Locale;

/** How a command stands in a path: {@code GiveFeedback} as {@code give-feedback}. */
public final class CommandPath {

  private CommandPath() {}

  public static String of(Object command) {
    return command
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
