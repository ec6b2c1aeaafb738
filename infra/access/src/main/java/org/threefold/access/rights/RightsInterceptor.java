package org.threefold.access.rights;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.Open;
import org.threefold.access.problems.Problem;

/** Lets nobody through to a handler below a guarded path without its right. */
final class RightsInterceptor implements HandlerInterceptor {

  private final RightsTable rights;

  RightsInterceptor(RightsTable rights) {
    this.rights = rights;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true; // There are no files here, so this ends as not found.
    }
    if (handler instanceof HandlerMethod it && it.hasMethodAnnotation(Open.class)) {
      return true;
    }
    if (handler instanceof HandlerMethod it && it.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Actor actor = Actors.current();
    String right = rightOf(handler);
    if (right == null || !rights.allows(actor, right)) {
      throw Problem.of("API-009", right == null ? "–" : right).thrown();
    }
    return true;
  }

  private static @Nullable String rightOf(Object handler) {
    May may = handler instanceof HandlerMethod it ? it.getMethodAnnotation(May.class) : null;
    return may == null ? null : may.value();
  }
}
