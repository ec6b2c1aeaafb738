package org.threefold.needs.open311;

import java.util.List;
import java.util.stream.Stream;
import org.threefold.access.problems.ProblemForm;

/**
 * Problems as GeoReport has them: a list, in the format of the path, each with the HTTP status as
 * its code. Our own code begins the description.
 */
final class Open311Problems implements ProblemForm {

  static final String DOOR = "/open311/";

  @Override
  public boolean isFor(String path) {
    return path.startsWith(DOOR);
  }

  @Override
  public Written write(Said problem, String path) {
    int status = statusOf(problem.status());
    Stream<String> said =
        problem.flaws().isEmpty() ? Stream.of(problem.sentence()) : problem.flaws().stream();
    List<Part.Fields> errors =
        said.map(it ->
                Part.fields().with("code", status).with("description", problem.code() + " " + it))
            .toList();
    var format = Format.of(path);
    return new Written(
        status, format.mediaType(), format.write("errors", Part.items("error", errors)));
  }

  /** GeoReport says 400 of whatever is wrong with what was asked, and is not missing. */
  private static int statusOf(int status) {
    return switch (status) {
      case 409, 410, 412, 415, 422 -> 400;
      default -> status;
    };
  }
}
