package org.threefold.access.testing;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * An issuer of tokens in the JVM of a test, with a key of its own.
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

  /** The same settings as {@code --name=value} arguments of a main method. */
  public String[] arguments() {
    return properties().entrySet().stream()
        .map(it -> "--" + it.getKey() + "=" + it.getValue())
        .toArray(String[]::new);
  }

  /** A token of this actor. */
  public String token(Actor actor) {
    return signed(claims(actor).build());
  }

  /** A token of somebody with one role in an area, and no unit; the role's name is the subject. */
  public String token(Role role, String area) {
    return token(new Actor(role.name(), Set.of(role), new DivisionCode(area), null, null, null));
  }

  /** A token of somebody with one role at a unit, whose division is the area. */
  public String token(Role role, StationId unit) {
    return token(new Actor(role + "@" + unit, Set.of(role), unit.division(), unit, null, null));
  }

  /** A token of this actor with other claims than usual. */
  public String token(Actor actor, Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims(actor);
    change.accept(claims);
    return signed(claims.build());
  }

  /** Any claims, signed. */
  public String signed(JWTClaimsSet claims) {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256), claims);
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

  private JWTClaimsSet.Builder claims(Actor actor) {
    Instant now = Instant.now();
    List<String> roles = actor.roles().stream().map(Role::name).sorted().toList();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(uri())
            .audience(AUDIENCE)
            .subject(actor.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("roles", roles)
            .claim("area", actor.area().value());
    optional(claims, "unit", actor.unit());
    optional(claims, "dept", actor.dept());
    optional(claims, "agency", actor.agency());
    return claims;
  }

  private static void optional(JWTClaimsSet.Builder claims, String name, @Nullable Object value) {
    Stream.ofNullable(value).forEach(it -> claims.claim(name, it.toString()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
