package org.threefold.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threefold.testkit.issuer.TestIssuer;

/** The issuer is asked rarely, and may be away. */
class IssuerKeysTest {

  private final TestIssuer issuer = TestIssuer.start();
  private final AtomicLong nanos = new AtomicLong(-Duration.ofDays(1).toNanos());
  private final IssuerKeys keys =
      new IssuerKeys(URI.create(issuer.uri() + "/oauth2/jwks"), nanos::get);

  @AfterEach
  void stop() {
    issuer.close();
  }

  private List<JWK> find(String keyId) throws KeySourceException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
  }

  private String currentKey() throws ParseException {
    return JWKSet.parse(issuer.publicKeys()).getKeys().getFirst().getKeyID();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos() + 1);
  }

  @Test
  void the_issuer_is_asked_when_the_first_token_comes_and_not_before()
      throws KeySourceException, ParseException {
    assertThat(issuer.timesAsked()).isZero();
    assertThat(find(currentKey())).hasSize(1);
    assertThat(find(currentKey())).hasSize(1);
    assertThat(issuer.timesAsked()).isEqualTo(1);
  }

  @Test
  void a_flood_of_unknown_keys_reaches_the_issuer_once_in_a_while()
      throws KeySourceException, ParseException {
    find(currentKey());
    for (int i = 0; i < 100; i++) {
      assertThat(find("unknown-" + i)).isEmpty();
    }
    assertThat(issuer.timesAsked()).isEqualTo(1);
    pass(IssuerKeys.PAUSE);
    for (int i = 0; i < 100; i++) {
      assertThat(find("unknown-" + i)).isEmpty();
    }
    assertThat(issuer.timesAsked()).isEqualTo(2);
  }

  @Test
  void a_rotated_key_is_found_after_the_pause() throws KeySourceException, ParseException {
    find(currentKey());
    issuer.rotate();
    assertThat(find(currentKey())).isEmpty();
    pass(IssuerKeys.PAUSE);
    assertThat(find(currentKey())).hasSize(1);
  }

  @Test
  void a_withdrawn_key_is_forgotten_when_it_is_no_longer_fresh()
      throws KeySourceException, ParseException {
    String old = currentKey();
    find(old);
    issuer.rotate();
    pass(IssuerKeys.FRESH);
    assertThat(find(old)).isEmpty();
  }

  @Test
  void known_keys_are_kept_while_the_issuer_is_down() throws KeySourceException, ParseException {
    String key = currentKey();
    find(key);
    issuer.close();
    pass(IssuerKeys.FRESH);
    assertThat(find(key)).hasSize(1);
  }

  @Test
  void without_any_keys_nothing_can_be_checked() {
    issuer.close();
    assertThatThrownBy(() -> find("any")).isInstanceOf(IssuerKeys.Unavailable.class);
    assertThatThrownBy(() -> find("any")).isInstanceOf(IssuerKeys.Unavailable.class);
  }
}
