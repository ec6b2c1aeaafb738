package org.threefold.access.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.WithProblem;
import org.threefold.events.ForeignEvent;

/**
 * Reads the body of a request whole, if it is small enough and JSON (a CloudEvent in JSON is), and
 * keeps its exact bytes.
 */
final class BodyFilter extends OncePerRequestFilter {

  /** The largest body anybody may send. */
  static final int MOST_BYTES = 256 * 1024;

  private static final String BODY = BodyFilter.class.getName() + ".body";
  private static final MediaType EVENT = MediaType.parseMediaType(ForeignEvent.STRUCTURED);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** The exact bytes of the body. */
  static byte[] bodyOf(HttpServletRequest request) {
    return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = read(request);
    if (body.length > 0 && isCommand(request)) {
      mustBeJson(request);
    }
    request.setAttribute(BODY, body);
    chain.doFilter(new ReadRequest(request, body), response);
  }

  private static byte[] read(HttpServletRequest request) {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw Problem.of("API-004").thrown();
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    } catch (IOException brokenOff) {
      throw Problem.of("API-013", "body").thrown();
    }
    if (body.length > MOST_BYTES) {
      throw Problem.of("API-004").thrown();
    }
    return body;
  }

  private static boolean isCommand(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") && !READING.contains(request.getMethod());
  }

  private static void mustBeJson(HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    if (!plain || !(is(MediaType.APPLICATION_JSON, request) || isEvent(request))) {
      throw notJson();
    }
  }

  /** Whether the body is one CloudEvent. */
  static boolean isEvent(HttpServletRequest request) {
    return is(EVENT, request);
  }

  static WithProblem notJson() {
    return Problem.of("API-012").as(415).with("Accept", MediaType.APPLICATION_JSON_VALUE).thrown();
  }

  private static boolean is(MediaType wanted, HttpServletRequest request) {
    try {
      String given = request.getContentType();
      MediaType type = MediaType.parseMediaType(given == null ? "" : given);
      return type.equalsTypeAndSubtype(wanted)
          && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
    } catch (InvalidMediaTypeException malformed) {
      return false;
    }
  }
}
