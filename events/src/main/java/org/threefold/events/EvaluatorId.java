package org.threefold.events;

import java.util.regex.Pattern;

/** A third-party evaluation agency. */
public record EvaluatorId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A evaluator id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a evaluator id
   */
  public EvaluatorId {
    Id.checked(value, FORM, "evaluator id");
  }

  @Override
  public String toString() {
    return value;
  }
}
