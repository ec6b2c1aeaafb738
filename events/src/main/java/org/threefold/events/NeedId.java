package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A resident's need, numbered where it was collected: {@code N-<division12>-<yyyymmdd>-<4 or more
 * digits>}.
 */
public record NeedId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("N-[0-9]{12}-[0-9]{8}-[0-9]{4,9}");

  /**
   * A need id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a need id
   */
  public NeedId {
    Id.checked(value, FORM, "need id");
  }

  @Override
  public String toString() {
    return value;
  }
}
