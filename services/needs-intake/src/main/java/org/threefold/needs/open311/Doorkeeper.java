package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.threefold.access.May;
import org.threefold.access.problems.Problem;
import org.threefold.access.rights.Actors;

/**
 * Knows callers by their key, as GeoReport has it, before the gate asks for their rights. A key
 * that is not known is refused everywhere, and where a right is needed, so is none.
 */
final class Doorkeeper implements HandlerInterceptor {

  private static final String KEY = "api_key";

  private final ApiKeys keys;

  Doorkeeper(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Form form = Asking.formOf(request);
      ApiKey key = keyIn(form, method.hasMethodAnnotation(May.class));
      if (key != null) {
        Actors.actAs(key.actor());
      }
      new Asking(form, key).putWith(request);
    }
    return true;
  }

  private @Nullable ApiKey keyIn(Form form, boolean needed) {
    String given = form.one(KEY).orElse(null);
    ApiKey key = given == null ? null : keys.find(given).orElse(null);
    if (key == null && (needed || given != null)) {
      throw Problem.of("NEED-070").thrown();
    }
    return key;
  }
}
