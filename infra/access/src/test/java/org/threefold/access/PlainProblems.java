package org.threefold.access;

import java.nio.charset.StandardCharsets;
import org.threefold.access.problems.ProblemForm;

/** Problems as plain lines, for callers of one path only. */
final class PlainProblems implements ProblemForm {

  @Override
  public boolean isFor(String path) {
    return path.startsWith("/open/plain/");
  }

  @Override
  public Written write(Said problem, String path) {
    String lines = problem.code() + " " + problem.sentence() + "\n" + problem.flaws();
    return new Written(
        problem.status() + 1, "text/plain;charset=utf-8", lines.getBytes(StandardCharsets.UTF_8));
  }
}
