package org.threefold.events;

import java.util.regex.Pattern;

/** One evaluation of one project. */
public record EvaluationId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A evaluation id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a evaluation id
   */
  public EvaluationId {
    Id.checked(value, FORM, "evaluation id");
  }

  @Override
  public String toString() {
    return value;
  }
}
