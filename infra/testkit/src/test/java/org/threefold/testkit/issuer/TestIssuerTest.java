package org.threefold.testkit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestIssuerTest {

  private final TestIssuer issuer = TestIssuer.start();

  @AfterEach
  void stop() {
    issuer.close();
  }

  /** Whether somebody who asks for the keys believes the token. */
  private boolean believed(String token) throws JOSEException, ParseException {
    RSAKey told = (RSAKey) JWKSet.parse(issuer.publicKeys()).getKeys().getFirst();
    return SignedJWT.parse(token).verify(new RSASSAVerifier(told));
  }

  @Test
  void a_token_says_what_it_was_told_and_is_believed() throws JOSEException, ParseException {
    String token = issuer.token("alice", Map.of("roles", List.of("CAB"), "area", "511523"));
    assertThat(believed(token)).isTrue();
    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(issuer.uri());
    assertThat(claims.getAudience()).containsExactly("threefold");
    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getStringListClaim("roles")).containsExactly("CAB");
    assertThat(claims.getStringClaim("area")).isEqualTo("511523");
    assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
  }

  @Test
  void claims_can_be_other_than_usual() throws ParseException {
    String token = issuer.token("alice", Map.of(), it -> it.subject("bob").audience("nobody"));
    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("bob");
    assertThat(claims.getAudience()).containsExactly("nobody");
  }

  @Test
  void after_a_rotation_only_new_tokens_are_believed() throws JOSEException, ParseException {
    String old = issuer.token("alice", Map.of());
    issuer.rotate();
    assertThat(believed(old)).isFalse();
    assertThat(believed(issuer.token("alice", Map.of()))).isTrue();
  }
}
