package org.threefold.access.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.threefold.events.ForeignEvent;

/**
 * Lets a CloudEvent through to handlers only that say they consume one; to all others it is no
 * command.
 */
final class EventBodies implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (BodyFilter.isEvent(request) && handler instanceof HandlerMethod method) {
      RequestMapping mapping =
          AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
      if (mapping == null || !List.of(mapping.consumes()).contains(ForeignEvent.STRUCTURED)) {
        throw BodyFilter.notJson();
      }
    }
    return true;
  }
}
