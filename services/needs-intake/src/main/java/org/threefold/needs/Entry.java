package org.threefold.needs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One entry of a file that is kept of a case or an alert.
 *
 * @param what the step
 * @param actor role and unit, never a name
 * @param words what was written, by field; stays in this service
 */
public record Entry(String what, Instant at, String actor, Map<String, String> words) {

  /** The same with all its words said otherwise. */
  public Entry saying(UnaryOperator<String> said) {
    Map<String, String> other = new LinkedHashMap<>();
    words.forEach((field, text) -> other.put(field, said.apply(text)));
    return new Entry(what, at, actor, other);
  }
}
