package org.threefold.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed, and what is open without one.
 *
 * @param issuer what the {@code iss} claim of a token must be, to the letter
 * @param jwkSetUri where the issuer's public keys are; {@code <issuer>/oauth2/jwks} if not set
 * @param audience what the {@code aud} claim must contain
 * @param clockSkew by how much the clocks of issuer and service may differ
 * @param algorithms the signatures that are accepted; asymmetric ones only
 * @param openPaths path patterns that need no token, for instance the files of a page
 * @param corsOrigins origins whose pages may call this service; none by default, never all
 * @param contentSecurityPolicy what a page of this service may load; the service itself and the
 *     issuer if not set
 */
@ConfigurationProperties("threefold.access")
public record AccessSettings(
    @DefaultValue("http://localhost:8079") URI issuer,
    @Nullable URI jwkSetUri,
    @DefaultValue("threefold") String audience,
    @DefaultValue("60s") Duration clockSkew,
    @DefaultValue({"RS256", "ES256", "PS256"}) List<String> algorithms,
    @DefaultValue List<String> openPaths,
    @DefaultValue List<String> corsOrigins,
    @Nullable String contentSecurityPolicy) {

  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  public AccessSettings {
    algorithms = List.copyOf(algorithms);
    openPaths = List.copyOf(openPaths);
    corsOrigins = List.copyOf(corsOrigins);
    if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException("threefold.access.clock-skew is 0 to 5 minutes");
    }
    if (algorithms.isEmpty() || !algorithms.stream().allMatch(it -> it.matches("[REP]S[0-9]{3}"))) {
      throw new IllegalArgumentException(
          "threefold.access.algorithms are asymmetric ones, such as RS256, ES256, PS256");
    }
    if (corsOrigins.stream().anyMatch(it -> it.contains("*"))) {
      throw new IllegalArgumentException("threefold.access.cors-origins names origins, not *");
    }
  }

  /** Where the issuer's public keys are. */
  public URI keys() {
    return jwkSetUri != null
        ? jwkSetUri
        : URI.create(issuer.toString().replaceAll("/+$", "") + "/oauth2/jwks");
  }

  /** The policy sent with every answer. */
  public String policy() {
    return contentSecurityPolicy != null
        ? contentSecurityPolicy
        : "default-src 'self'; connect-src 'self' "
            + issuer.getScheme()
            + "://"
            + issuer.getAuthority()
            + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
  }
}
