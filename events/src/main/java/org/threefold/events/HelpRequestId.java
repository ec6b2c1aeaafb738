package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A resident's call for help, numbered where it was received: {@code H-<division12>-<yyyymmdd>-<4
 * or more digits>}.
 */
public record HelpRequestId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("H-[0-9]{12}-[0-9]{8}-[0-9]{4,9}");

  /**
   * A help request id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a help request id
   */
  public HelpRequestId {
    Id.checked(value, FORM, "help request id");
  }

  @Override
  public String toString() {
    return value;
  }
}
