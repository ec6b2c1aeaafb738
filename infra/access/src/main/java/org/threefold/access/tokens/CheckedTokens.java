package org.threefold.access.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.threefold.access.AccessSettings;
import org.threefold.access.problems.Problem;

/**
 * Believes a token only if one of the issuer's keys signed it, with an algorithm we accept, for us,
 * and for now.
 */
final class CheckedTokens implements JwtDecoder {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final String RETRY_AFTER_SECONDS = "2";

  private final NimbusJwtDecoder tokens;

  CheckedTokens(AccessSettings settings) {
    var signature = new DefaultJWTProcessor<SecurityContext>();
    signature.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    signature.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
            new IssuerKeys(settings.keys())));
    signature.setJWTClaimsSetVerifier((_, _) -> {}); // The validators below do it, and say more.
    tokens = new NimbusJwtDecoder(signature);

    var audience =
        new JwtClaimValidator<Collection<String>>(
            "aud", it -> it != null && it.contains(settings.audience()));
    tokens.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            inTime(settings), new JwtIssuerValidator(settings.issuer().toString()), audience));
  }

  /** Whether a token is neither too old nor from the future. */
  static JwtTimestampValidator inTime(AccessSettings settings) {
    var times = new JwtTimestampValidator(settings.clockSkew());
    times.setAllowEmptyExpiryClaim(false);
    return times;
  }

  @Override
  public Jwt decode(String token) {
    try {
      return tokens.decode(token);
    } catch (BadJwtException bad) {
      throw bad;
    } catch (JwtException other) {
      for (Throwable it = other; it != null; it = it.getCause()) {
        if (it instanceof IssuerKeys.Unavailable) {
          throw Problem.of("API-010").with("Retry-After", RETRY_AFTER_SECONDS).thrown();
        }
      }
      throw new BadJwtException("Not a token", other);
    }
  }
}
