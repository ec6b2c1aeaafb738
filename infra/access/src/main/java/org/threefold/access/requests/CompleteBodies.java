package org.threefold.access.requests;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.events.Id;

/**
 * Refuses a body in which something is absent that its record does not declare {@link Nullable}:
 * what the compiler believes about a command holds for one that came from outside, too.
 */
@ControllerAdvice
final class CompleteBodies extends RequestBodyAdviceAdapter {

  @Override
  public boolean supports(
      MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converter) {
    List<Flaw> missing = new ArrayList<>();
    look(body, "", missing);
    if (!missing.isEmpty()) {
      throw Problem.of("API-003").at(missing).thrown();
    }
    return body;
  }

  private static void look(@Nullable Object value, String pointer, List<Flaw> missing) {
    if (value == null) {
      missing.add(Flaw.field(pointer, "field.missing"));
    } else if (value instanceof Record whole && !(value instanceof Id)) {
      for (RecordComponent component : whole.getClass().getRecordComponents()) {
        Object part = get(component, whole);
        if (part != null || !mayBeAbsent(component.getAnnotatedType())) {
          look(part, pointer + "/" + component.getName(), missing);
        }
      }
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        look(item, pointer + "/" + index++, missing);
      }
    }
  }

  private static boolean mayBeAbsent(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object get(RecordComponent component, Record whole) {
    try {
      component.getAccessor().setAccessible(true); // Commands are package-private records.
      return component.getAccessor().invoke(whole);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("The accessor of a record failed: " + component, impossible);
    }
  }
}
