package org.threefold.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class BelievedTokensTest {

  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final JwtTimestampValidator inTime = new JwtTimestampValidator();
  private final BelievedTokens tokens = new BelievedTokens(this::decode, inTime, nanos::get);

  private Jwt decode(String text) {
    computed.incrementAndGet();
    if (text.startsWith("bad")) {
      throw new BadJwtException("bad");
    }
    return Jwt.withTokenValue(text)
        .header("alg", "RS256")
        .subject(text)
        .expiresAt(NOON.plusSeconds(300))
        .build();
  }

  private void itIs(Instant now) {
    inTime.setClock(Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void a_token_that_comes_again_is_not_computed_again() {
    itIs(NOON);
    assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
    assertThat(computed).hasValue(2);
  }

  @Test
  void after_a_minute_it_is_computed_again() {
    itIs(NOON);
    tokens.decode("a");
    nanos.set(BelievedTokens.BELIEVED.toNanos());
    tokens.decode("a");
    assertThat(computed).hasValue(2);
  }

  @Test
  void one_whose_time_is_over_is_not_believed_from_memory() {
    itIs(NOON);
    tokens.decode("a");
    itIs(NOON.plusSeconds(900));
    tokens.decode("a");
    assertThat(computed).hasValue(2);
  }

  @Test
  void a_bad_one_is_bad_each_time() {
    itIs(NOON);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
    }
    assertThat(computed).hasValue(2);
  }

  @Test
  void so_many_are_remembered_and_no_more() {
    itIs(NOON);
    for (int i = 0; i < 1500; i++) {
      tokens.decode("t" + i);
    }
    tokens.decode("t0");
    assertThat(computed).hasValue(1501);
  }
}
