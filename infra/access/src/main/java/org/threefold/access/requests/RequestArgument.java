package org.threefold.access.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.threefold.access.Actor;
import org.threefold.access.Request;
import org.threefold.access.rights.Actors;
import org.threefold.messaging.Cause;

/** Makes the {@link Request} of a handler out of token, headers and body. */
final class RequestArgument implements HandlerMethodArgumentResolver {

  /** Enough of a subject's hash to tell two subjects apart. */
  private static final int PRINCIPAL_CHARS = 32;

  private final Clock clock;

  RequestArgument(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Request.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    Actor actor = Actors.current();
    AskedHeaders headers = AskedHeaders.of(request);
    return new Request(
        actor,
        new Cause.Asked(
            key(actor, headers.key()),
            whatWasAsked(request),
            headers.expectedVersion(),
            actor.label(),
            clock.instant(),
            headers.traceparent()));
  }

  /** Two people may use the same key; the subject itself must not be stored with it. */
  private static String key(Actor actor, @Nullable String given) {
    MessageDigest digest = sha256();
    digest.update(actor.subject().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, PRINCIPAL_CHARS)
        + ":"
        + (given != null ? given : UUID.randomUUID());
  }

  /** Method and path belong to it, so that a key used for another command is a reused key. */
  private static String whatWasAsked(HttpServletRequest request) {
    String query = request.getQueryString();
    MessageDigest digest = sha256();
    digest.update(
        (request.getMethod()
                + "\n"
                + request.getRequestURI()
                + (query == null ? "" : "?" + query)
                + "\n")
            .getBytes(StandardCharsets.UTF_8));
    digest.update(BodyFilter.bodyOf(request));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
