package org.threefold.events;

import java.util.regex.Pattern;

/**
 * An activity of a department: {@code <source system>:<its id there>}, for instance {@code
 * dept-cyl:2026-017}.
 */
public record ActivityId(String value) implements Id {

  private static final Pattern FORM =
      Pattern.compile("[a-z][a-z0-9-]{1,23}:[A-Za-z0-9][A-Za-z0-9._-]{0,38}");

  /**
   * An activity id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of an activity id
   */
  public ActivityId {
    Id.checked(value, FORM, "activity id");
  }

  /** The id of what this system calls so. */
  public static ActivityId of(SourceSystem system, ForeignId id) {
    return new ActivityId(system + ":" + id);
  }

  /** The system that announced it. */
  public SourceSystem system() {
    return new SourceSystem(value.substring(0, value.indexOf(':')));
  }

  @Override
  public String toString() {
    return value;
  }
}
