package org.threefold.access.problems;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong in a body that could be read, or in the parameters beside it. */
final class InputFlaws {

  private InputFlaws() {}

  static Problem of(MethodArgumentNotValidException invalid) {
    return isBody(invalid.getParameter())
        ? Problem.of("API-003").at(fields(invalid))
        : parameters(fields(invalid).stream().map(InputFlaws::asParameter).toList());
  }

  static Problem of(HandlerMethodValidationException invalid) {
    List<Flaw> flaws =
        invalid.getParameterValidationResults().stream().flatMap(InputFlaws::flaws).toList();
    boolean body = flaws.stream().anyMatch(it -> it.pointer() != null);
    return body ? Problem.of("API-003").at(flaws) : parameters(flaws);
  }

  /** A malformed id in a path names nothing, so it is not found; elsewhere it is malformed. */
  static Problem of(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return Problem.of("API-005", String.valueOf(mismatch.getValue()));
    }
    Class<?> wanted = mismatch.getRequiredType();
    return parameters(
        List.of(
            wanted != null && wanted.isEnum()
                ? Flaw.parameter(mismatch.getName(), "field.enum", Allowed.of(wanted))
                : Flaw.parameter(mismatch.getName(), "field.form")));
  }

  private static Problem parameters(List<Flaw> flaws) {
    String names =
        flaws.stream()
            .map(Flaw::parameter)
            .filter(Objects::nonNull)
            .distinct()
            .reduce((left, right) -> left + ", " + right)
            .orElse("–");
    return Problem.of("API-013", names).at(flaws);
  }

  private static Stream<Flaw> flaws(ParameterValidationResult result) {
    MethodParameter parameter = result.getMethodParameter();
    if (result instanceof ParameterErrors errors) {
      return isBody(parameter)
          ? fields(errors).stream()
          : fields(errors).stream().map(InputFlaws::asParameter);
    }
    String name = Objects.requireNonNullElse(parameter.getParameterName(), "–");
    return result.getResolvableErrors().stream()
        .map(it ->
            isBody(parameter) ? Flaw.field("", sentence(it)) : Flaw.parameter(name, sentence(it)));
  }

  private static List<Flaw> fields(Errors errors) {
    return errors.getAllErrors().stream()
        .map(it ->
            Flaw.field(
                it instanceof FieldError field ? Pointers.of(field.getField()) : "", sentence(it)))
        .toList();
  }

  private static Flaw asParameter(Flaw field) {
    @Nullable String pointer = field.pointer();
    return Flaw.parameter(pointer == null ? "–" : pointer.replaceFirst("^/", ""), field.sentence());
  }

  /** Bean validation has put it into the caller's language already. */
  private static String sentence(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), "field.form");
  }

  private static boolean isBody(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(RequestBody.class);
  }
}
