package org.threefold.access.problems;

/** Ends a request with a problem, wherever in its way that is found. */
public final class WithProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  WithProblem(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
