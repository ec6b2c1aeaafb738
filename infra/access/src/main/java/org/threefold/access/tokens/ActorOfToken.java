package org.threefold.access.tokens;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.Id;
import org.threefold.events.StationId;

/**
 * Reads the actor from the claims of a token whose signature holds. A token that does not say who
 * acts becomes a {@link Stranger}, whom nothing is allowed.
 */
final class ActorOfToken implements Converter<Jwt, AbstractAuthenticationToken> {

  /** A subject is at most 255 characters (OpenID Connect Core, section 2). */
  private static final Pattern SUBJECT = Pattern.compile("\\S.{0,254}");

  /**
   * Somebody with a good token that is of no use here.
   *
   * @param claim what is missing or malformed
   */
  record Stranger(String claim) {}

  /** A claim is missing or malformed. */
  private static final class BadClaim extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadClaim(String claim) {
      super(claim);
    }
  }

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    try {
      Actor actor = actor(token);
      return new JwtAuthenticationToken(
          token,
          actor,
          actor.roles().stream().map(it -> new SimpleGrantedAuthority(it.name())).toList());
    } catch (BadClaim claim) {
      return new JwtAuthenticationToken(
          token, new Stranger(String.valueOf(claim.getMessage())), List.of());
    }
  }

  private static Actor actor(Jwt token) {
    return new Actor(
        needed(token, "sub", ActorOfToken::subject),
        roles(token),
        needed(token, "area", DivisionCode::new),
        claim(token, "unit", StationId::new),
        claim(token, "dept", DeptCode::new),
        claim(token, "agency", it -> Id.checked(it, Id.PLAIN, "agency")));
  }

  private static String subject(String text) {
    return Id.checked(text, SUBJECT, "subject");
  }

  /** All of them must be known: a role that is not understood may be a misspelt limit. */
  private static Set<Role> roles(Jwt token) {
    if (!(token.getClaims().get("roles") instanceof List<?> names) || names.isEmpty()) {
      throw new BadClaim("roles");
    }
    try {
      return names.stream()
          .map(it -> Role.valueOf(String.valueOf(it)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException unknown) {
      throw new BadClaim("roles");
    }
  }

  private static <T> T needed(Jwt token, String name, Function<String, T> form) {
    T value = claim(token, name, form);
    if (value == null) {
      throw new BadClaim(name);
    }
    return value;
  }

  private static <T> @Nullable T claim(Jwt token, String name, Function<String, T> form) {
    return switch (token.getClaims().get(name)) {
      case null -> null;
      case String text -> {
        try {
          yield form.apply(text);
        } catch (IllegalArgumentException malformed) {
          throw new BadClaim(name);
        }
      }
      default -> throw new BadClaim(name);
    };
  }
}
