package org.threefold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.access.Edge.ISSUER;
import static org.threefold.access.Edge.WORKER;
import static org.threefold.access.Edge.as;
import static org.threefold.access.Edge.send;
import static org.threefold.access.Edge.to;
import static org.threefold.access.Edge.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.testkit.issuer.TestIssuer;

/** Whose tokens are believed, and what a stranger learns: nothing. */
class TokensIT {

  private static final String THING = "/api/v1/things/N-511523100001-20261123-0001";

  private static Edge.Answered with(String token) {
    return send(to(THING).header("Authorization", "Bearer " + token));
  }

  static Stream<Arguments> bad() throws JOSEException, ParseException {
    String good = token(WORKER);
    JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
    RSAKey known = (RSAKey) JWKSet.parse(ISSUER.publicKeys()).getKeys().getFirst();
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
    RSAKey impostor = new RSAKeyGenerator(2048).keyID(known.getKeyID()).generate();
    Instant now = Instant.now();
    return Stream.of(
        Arguments.of("no algorithm", new PlainJWT(claims).serialize()),
        Arguments.of(
            "HS256 with the public key",
            signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(known.getKeyID()).build(),
                claims,
                new MACSigner(known.toRSAPublicKey().getEncoded()))),
        Arguments.of(
            "RS512, which is not accepted",
            ISSUER.signed(new JWSHeader.Builder(JWSAlgorithm.RS512), claims)),
        Arguments.of("unknown key", signed(JWSAlgorithm.RS256, claims, stranger)),
        Arguments.of("known key id, other key", signed(JWSAlgorithm.RS256, claims, impostor)),
        Arguments.of(
            "a key brought along",
            signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .jwk(stranger.toPublicJWK())
                    .jwkURL(URI.create(ISSUER.uri() + "/evil"))
                    .build(),
                claims,
                new RSASSASigner(stranger))),
        Arguments.of(
            "a path as key id",
            signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../etc/passwd").build(),
                claims,
                new RSASSASigner(stranger))),
        Arguments.of(
            "another type",
            ISSUER.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("logout+jwt")),
                claims)),
        Arguments.of("wrong issuer", changed(it -> it.issuer("http://localhost:1"))),
        Arguments.of("no issuer", changed(it -> it.issuer(null))),
        Arguments.of("wrong audience", changed(it -> it.audience("somebody-else"))),
        Arguments.of("no audience", changed(it -> it.audience((String) null))),
        Arguments.of("expired", expired(now, 120)),
        Arguments.of("without an end", changed(it -> it.expirationTime(null))),
        Arguments.of("not yet", changed(it -> it.notBeforeTime(ago(now, -120)))),
        Arguments.of("changed after signing", good.substring(0, good.length() - 8) + "AAAAAAAA"),
        Arguments.of("garbage", "garbage"),
        Arguments.of("three parts of garbage", "a.b.c"),
        Arguments.of("huge", "a".repeat(9_000)),
        Arguments.of("not a token at all", "ä"));
  }

  private static Date ago(Instant now, long seconds) {
    return Date.from(now.minusSeconds(seconds));
  }

  private static String expired(Instant now, long seconds) {
    return changed(it -> it.issueTime(ago(now, 900)).expirationTime(ago(now, seconds)));
  }

  private static String changed(Consumer<JWTClaimsSet.Builder> change) {
    return ISSUER.token(WORKER.subject(), WORKER.claims(), change);
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, RSAKey key)
      throws JOSEException {
    return signed(
        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
        claims,
        new RSASSASigner(key));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  @Test
  void a_good_token_is_believed() {
    Edge.Answered answer = with(token(WORKER));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/actor")).isEqualTo("RM_WORKER@RM-511523100001");
  }

  @Test
  void an_access_token_of_rfc_9068_is_believed() throws ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(WORKER)).getJWTClaimsSet();
    var header = new JWSHeader.Builder(JWSAlgorithm.PS256).type(new JOSEObjectType("at+jwt"));
    assertThat(with(ISSUER.signed(header, claims)).status()).isEqualTo(200);
  }

  @Test
  void clocks_may_differ_by_less_than_a_minute() {
    Instant now = Instant.now();
    assertThat(with(expired(now, 30)).status()).isEqualTo(200);
    assertThat(with(changed(it -> it.notBeforeTime(ago(now, -30)))).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void a_bad_token_is_not_believed_and_learns_nothing(String what, String token) {
    Edge.Answered answer = with(token);
    Edge.Answered none = send(to(THING));
    assertThat(answer.status()).as(what).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo("API-008");
    assertThat(answer.body()).isEqualTo(none.body());
  }

  static Stream<Arguments> useless() {
    return Stream.of(
        useless("roles", it -> it.claim("roles", null)),
        useless("roles", it -> it.claim("roles", List.of())),
        useless("roles", it -> it.claim("roles", "RM_WORKER")),
        useless("roles", it -> it.claim("roles", List.of("RM_WORKER", "KING"))),
        useless("roles", it -> it.claim("roles", List.of(7))),
        useless("area", it -> it.claim("area", null)),
        useless("area", it -> it.claim("area", "5115")),
        useless("area", it -> it.claim("area", 511523)),
        useless("area", it -> it.claim("area", Map.of("$gt", ""))),
        useless("unit", it -> it.claim("unit", "RM-1")),
        useless("dept", it -> it.claim("dept", "x")),
        useless("agency", it -> it.claim("agency", "{$ne}")),
        useless("sub", it -> it.subject(null)),
        useless("sub", it -> it.subject("")));
  }

  private static Arguments useless(String claim, Consumer<JWTClaimsSet.Builder> change) {
    return Arguments.of(claim, changed(change));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("useless")
  void a_token_that_does_not_say_who_acts_is_refused_with_the_claim(String claim, String token) {
    Edge.Answered answer = with(token);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/code")).isEqualTo("API-015");
    assertThat(answer.text("/detail")).contains(claim);
  }

  @Test
  void without_an_issuer_the_service_starts_and_believes_nobody_until_it_is_there() {
    TestIssuer gone = TestIssuer.start();
    String token = gone.token(WORKER.subject(), WORKER.claims());
    gone.close();
    try (var context = Edge.started(gone.properties())) {
      assertThat(send(to(context, "/actuator/health")).status()).isEqualTo(200);
      Edge.Answered answer = send(to(context, THING).header("Authorization", "Bearer " + token));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text("/code")).isEqualTo("API-010");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertThat(send(to(context, THING)).status()).isEqualTo(401);
    }
  }

  @Test
  void only_health_and_what_is_open_on_purpose_needs_no_token() {
    assertThat(send(to("/actuator/health")).status()).isEqualTo(200);
    assertThat(send(to("/actuator/health/liveness")).status()).isEqualTo(200);
    assertThat(send(to("/actuator/health/readiness")).status()).isEqualTo(200);
    assertThat(send(to("/open/page")).status()).isEqualTo(200);
    for (String path :
        List.of(
            "/",
            "/error",
            "/actuator",
            "/actuator/env",
            "/actuator/sbom",
            "/actuator/health/x",
            "/api",
            "/api/v1/things",
            "/open/../api/v1/things",
            "/nowhere")) {
      assertThat(send(to(path)).status()).as(path).isIn(400, 401);
    }
  }

  @Test
  void the_inside_of_a_service_is_seen_and_changed_by_few() {
    assertThat(send(as(Role.AUDITOR, "/actuator/env")).status()).isEqualTo(200);
    assertThat(send(as(Role.AUDITOR, "/actuator/env").HEAD()).status()).isEqualTo(200);
    Edge.Answered worker = send(as(Role.RM_WORKER, "/actuator/env"));
    assertThat(worker.status()).isEqualTo(403);
    assertThat(worker.text("/detail")).contains("actuator.read");
    Edge.Answered auditor = send(loggers(Role.AUDITOR));
    assertThat(auditor.status()).isEqualTo(403);
    assertThat(auditor.text("/detail")).contains("actuator.write");
    assertThat(send(loggers(Role.CAB)).status()).isEqualTo(204);
  }

  private static HttpRequest.Builder loggers(Role role) {
    return as(role, "/actuator/loggers/org.example")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"configuredLevel\":\"WARN\"}"));
  }

  @Test
  void every_answer_carries_the_headers_that_protect_a_page() {
    Edge.Answered answer = with(token(WORKER));
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'", "connect-src 'self' " + ISSUER.uri())
        .doesNotContain("unsafe");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void pages_of_other_origins_are_not_let_in_unless_they_are_named() {
    assertThat(preflight(null).header("Access-Control-Allow-Origin")).isEmpty();
    var named = new HashMap<>(ISSUER.properties());
    named.put("threefold.access.cors-origins", "https://county.example");
    try (var context = Edge.started(named)) {
      assertThat(preflight(context).header("Access-Control-Allow-Origin"))
          .isEqualTo("https://county.example");
    }
  }

  private static Edge.Answered preflight(@Nullable ConfigurableApplicationContext context) {
    return send(
        (context == null ? to(THING) : to(context, THING))
            .header("Origin", "https://county.example")
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void somebody_with_many_roles_may_do_what_any_of_them_may() {
    var both = new Actor("bob", Set.of(Role.CAB, Role.RM_WORKER), WORKER.area(), null, null, null);
    assertThat(send(as(both, THING)).status()).isEqualTo(200);
    assertThat(send(as(both, "/api/v1/rules")).status()).isEqualTo(200);
    Edge.Answered worker = send(as(Role.RM_WORKER, "/api/v1/rules"));
    assertThat(worker.status()).isEqualTo(403);
    assertThat(worker.text("/code")).isEqualTo("API-009");
    assertThat(worker.text("/detail")).contains("thing.rule");
  }
}
