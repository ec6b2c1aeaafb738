package org.threefold.access.tokens;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were believed, so that the signature of the same token is not
 * computed for each call. Whether it is still in time is asked each time.
 */
final class BelievedTokens implements JwtDecoder {

  /** Much shorter than a withdrawn key is kept, see {@link IssuerKeys#FRESH}. */
  static final Duration BELIEVED = Duration.ofMinutes(1);

  private static final int MOST = 1000;

  private final JwtDecoder checked;
  private final OAuth2TokenValidator<Jwt> inTime;
  private final LongSupplier nanos;
  private final Map<String, Believed> believed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Believed> eldest) {
          return size() > MOST;
        }
      };

  private record Believed(Jwt token, long atNanos) {}

  /**
   * Tokens that another believes.
   *
   * @param inTime what is asked of a token each time it comes
   * @param nanos a clock that only goes forward
   */
  BelievedTokens(JwtDecoder checked, OAuth2TokenValidator<Jwt> inTime, LongSupplier nanos) {
    this.checked = checked;
    this.inTime = inTime;
    this.nanos = nanos;
  }

  @Override
  public Jwt decode(String text) {
    Jwt known = find(text);
    if (known != null && !inTime.validate(known).hasErrors()) {
      return known;
    }
    Jwt token = checked.decode(text);
    synchronized (believed) {
      believed.put(text, new Believed(token, nanos.getAsLong()));
    }
    return token;
  }

  private @Nullable Jwt find(String text) {
    synchronized (believed) {
      Believed found = believed.get(text);
      if (found == null) {
        return null;
      }
      if (nanos.getAsLong() - found.atNanos >= BELIEVED.toNanos()) {
        believed.remove(text);
        return null;
      }
      return found.token;
    }
  }
}
