package org.threefold.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Takes tokens from the Authorization header only, and no giants. */
final class ShortTokens implements BearerTokenResolver {

  static final int MOST_CHARS = 8_192;

  private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String given = request.getHeader("Authorization");
    if (given != null && given.length() > MOST_CHARS) {
      throw new InvalidBearerTokenException("Too long");
    }
    return header.resolve(request);
  }
}
