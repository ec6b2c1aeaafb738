package org.threefold.access;

import java.util.Arrays;
import java.util.List;

/**
 * A rule says no to somebody who asked. The edge answers 409 (or what the code's row says) with the
 * sentence of the code in the caller's language.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  /**
   * A refusal by a rule of domain §9.
   *
   * @param code the stable code, for instance {@code NEED-012}
   * @param arguments what the sentence of the code names: ids, states, amounts; never personal data
   */
  public Refused(String code, Object... arguments) {
    super(code + " " + Arrays.toString(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What the sentence names. */
  public List<Object> arguments() {
    return arguments;
  }
}
