package org.threefold.access.rights;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threefold.access.Actor;
import org.threefold.access.problems.Problem;

/** Who asks just now. */
public final class Actors {

  private Actors() {}

  /**
   * The actor of the request this thread serves.
   *
   * @throws org.threefold.access.problems.WithProblem if it came without a token (API-008)
   */
  public static Actor current() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof Actor actor) {
      return actor;
    }
    throw Problem.of("API-008").with("WWW-Authenticate", "Bearer").thrown();
  }
}
