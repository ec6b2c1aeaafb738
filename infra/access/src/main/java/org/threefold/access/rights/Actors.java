package org.threefold.access.rights;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
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

  /**
   * Lets this actor ask for the rest of the request; for doors that know their callers by something
   * else than a token.
   */
  public static void actAs(Actor actor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
