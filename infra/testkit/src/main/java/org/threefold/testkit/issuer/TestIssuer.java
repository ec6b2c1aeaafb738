package org.threefold.testkit.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * An issuer of tokens in the JVM of a test, with a key of its own. It signs whatever it is told.
 *
 * <p>Put {@link #properties()} into the context and {@code "Bearer " + token(…)} into the
 * Authorization header.
 */
public final class TestIssuer implements AutoCloseable {

  private static final String AUDIENCE = "threefold";
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile RSAKey key;

  private TestIssuer(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  /** An issuer on a free port of the loopback address. */
  public static TestIssuer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var issuer = new TestIssuer(server, newKey());
      server.createContext(
          "/oauth2/jwks",
          exchange -> {
            issuer.asked.incrementAndGet();
            byte[] keys = issuer.publicKeys().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var out = exchange.getResponseBody()) {
              out.write(keys);
            }
          });
      server.start();
      return issuer;
    } catch (IOException noPort) {
      throw new UncheckedIOException("The test issuer cannot listen", noPort);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("test-" + KEYS.incrementAndGet()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("Every Java platform has RSA", impossible);
    }
  }

  /** What its tokens name as their issuer. */
  public String uri() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The settings that make a context believe this issuer. */
  public Map<String, Object> properties() {
    return Map.of("threefold.access.issuer", uri());
  }

  /** A token of this subject that says this of it, good for a quarter of an hour from now. */
  public String token(String subject, Map<String, Object> claims) {
    return token(subject, claims, _ -> {});
  }

  /** The same with other claims than usual. */
  public String token(
      String subject, Map<String, Object> claims, Consumer<JWTClaimsSet.Builder> change) {
    Instant now = Instant.now();
    var all =
        new JWTClaimsSet.Builder()
            .issuer(uri())
            .audience(AUDIENCE)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    claims.forEach(all::claim);
    change.accept(all);
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256), all.build());
  }

  /** Any claims under any header, signed with the key that is told. */
  public String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
    try {
      RSAKey current = key;
      var token = new SignedJWT(header.keyID(current.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(current));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("A fresh RSA key signs", impossible);
    }
  }

  /** From now on another key signs, and only that one is told. */
  public void rotate() {
    key = newKey();
  }

  /** The public keys as they are told. */
  public String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** How often somebody has asked for the keys. */
  public int timesAsked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
