package org.threefold.access.problems;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.NotAFact;
import org.threefold.messaging.Busy;
import org.threefold.messaging.Contended;
import org.threefold.messaging.KeyReused;
import org.threefold.messaging.NotDelivered;
import org.threefold.messaging.StaleVersion;
import org.threefold.messaging.StoreUnavailable;

/** Which problem an exception is; what is not known here is ours, and told without details. */
final class Diagnosis {

  static final String INTERNAL = "API-014";

  private static final String RETRY_AFTER_SECONDS = "2";

  private Diagnosis() {}

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case WithProblem it -> it.problem();
      case Refused it -> new Problem(it.code(), null, it.arguments(), List.of(), Map.of());
      case NotFound it -> Problem.of("API-005", it.id());
      case StaleVersion _ -> Problem.of("API-006");
      case KeyReused _ -> Problem.of("API-007");
      case NotAFact it -> Problem.of("API-003").at(Flaw.field("", String.valueOf(it.getMessage())));
      case AuthenticationException _ -> Problem.of("API-008").with("WWW-Authenticate", "Bearer");
      case AccessDeniedException _ -> Problem.of("API-009", "–");
      case Busy _, StoreUnavailable _, NotDelivered _ -> busy();
      case DataAccessResourceFailureException _, QueryTimeoutException _ -> busy();
      case Contended _ -> Problem.of("API-011");
      case HttpMessageNotReadableException it -> JsonFlaws.of(it);
      case MethodArgumentNotValidException it -> InputFlaws.of(it);
      case HandlerMethodValidationException it -> InputFlaws.of(it);
      case MethodArgumentTypeMismatchException it -> InputFlaws.of(it);
      case MissingServletRequestParameterException it -> missing(it.getParameterName());
      case MissingRequestHeaderException it -> missing(it.getHeaderName());
      case HttpRequestMethodNotSupportedException it -> notAllowed(it);
      case HttpMediaTypeNotSupportedException _ -> notJson();
      case CompletionException it when it.getCause() != null -> of(it.getCause());
      case ExecutionException it when it.getCause() != null -> of(it.getCause());
      case ErrorResponse it -> of(it.getStatusCode().value());
      default -> Problem.of(INTERNAL);
    };
  }

  /** The problem of a status that somebody else chose. */
  static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of("API-008").with("WWW-Authenticate", "Bearer");
      case 403 -> Problem.of("API-009", "–");
      case 404 -> Problem.of("API-005", "–");
      case 405, 406, 415 -> Problem.of("API-012").as(status);
      case 412 -> Problem.of("API-006");
      case 413 -> Problem.of("API-004");
      case 429, 503 -> busy();
      default -> status < 500 ? Problem.of("API-013", "–").as(status) : Problem.of(INTERNAL);
    };
  }

  static Problem busy() {
    return Problem.of("API-010").with("Retry-After", RETRY_AFTER_SECONDS);
  }

  static Problem notJson() {
    return Problem.of("API-012").as(415).with("Accept", MediaType.APPLICATION_JSON_VALUE);
  }

  private static Problem missing(String parameter) {
    return Problem.of("API-013", parameter).at(Flaw.parameter(parameter, "field.missing"));
  }

  private static Problem notAllowed(HttpRequestMethodNotSupportedException thrown) {
    String[] allowed = thrown.getSupportedMethods();
    Problem problem = Problem.of("API-012").as(405);
    return allowed == null ? problem : problem.with("Allow", String.join(", ", allowed));
  }
}
