package org.threefold.access.problems;

import java.util.List;

/**
 * Another form of problems than RFC 9457, for callers who speak another protocol; a bean of the
 * service that speaks it, too.
 */
public interface ProblemForm {

  /**
   * A problem in the caller's language.
   *
   * @param code the stable code
   * @param status the HTTP status the code has elsewhere
   * @param sentence the sentence of the code
   * @param flaws each place that is wrong, with what is wrong there; may be empty
   */
  record Said(String code, int status, String sentence, List<String> flaws) {}

  /** What is to be sent. */
  record Written(int status, String mediaType, byte[] body) {}

  /** Whether who asks for this path expects this form. */
  boolean isFor(String path);

  /** The problem in this form, for whoever asked for this path. */
  Written write(Said problem, String path);
}
