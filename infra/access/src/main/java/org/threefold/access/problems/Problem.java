package org.threefold.access.problems;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, before it is put into the caller's language.
 *
 * @param code the stable code; its sentence and status stand in the problems folder
 * @param status the status to answer, where the code has more than one; else that of the code
 * @param arguments what the sentence names
 * @param flaws which fields or parameters are wrong, and why
 * @param headers what the answer must carry besides
 */
public record Problem(
    String code,
    @Nullable Integer status,
    List<Object> arguments,
    List<Flaw> flaws,
    Map<String, String> headers) {

  public Problem {
    arguments = List.copyOf(arguments);
    flaws = List.copyOf(flaws);
    headers = Map.copyOf(headers);
  }

  /** A problem that is said with its sentence alone. */
  public static Problem of(String code, Object... arguments) {
    return new Problem(code, null, List.of(arguments), List.of(), Map.of());
  }

  /** The same problem with the fields that are wrong. */
  public Problem at(List<Flaw> wrong) {
    return new Problem(code, status, arguments, wrong, headers);
  }

  /** The same problem with one field that is wrong. */
  public Problem at(Flaw wrong) {
    return at(List.of(wrong));
  }

  /** The same problem with a status of its own. */
  public Problem as(int otherStatus) {
    return new Problem(code, otherStatus, arguments, flaws, headers);
  }

  /** The same problem with one header in the answer. */
  public Problem with(String header, String value) {
    return new Problem(code, status, arguments, flaws, Map.of(header, value));
  }

  /** The problem as something that can be thrown. */
  public WithProblem thrown() {
    return new WithProblem(this);
  }
}
