package org.threefold.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/** What an actor's claims say is read as the same actor. */
class ActorOfTokenTest {

  static Stream<Actor> actors() {
    var county = new DivisionCode("511523");
    var room = new StationId("RM-511523100001");
    var cab = new DeptCode("CAB");
    return Stream.of(
        new Actor("auditor", Set.of(Role.AUDITOR), county, null, null, null),
        new Actor("alice", Set.of(Role.RM_WORKER), room.division(), room, null, null),
        new Actor("buyer", Set.of(Role.PURCHASER), county, null, cab, null),
        new Actor("builder", Set.of(Role.UNDERTAKER), county, null, null, "OP-LOCAL-1"),
        new Actor("all", Set.of(Role.values()), room.division(), room, cab, "OP-LOCAL-1"));
  }

  @ParameterizedTest
  @MethodSource("actors")
  void claims_are_read_as_the_actor_who_made_them(Actor actor) {
    Jwt token =
        Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .subject(actor.subject())
            .claims(it -> it.putAll(actor.claims()))
            .build();
    var read = Objects.requireNonNull(new ActorOfToken().convert(token));
    assertThat(read.getPrincipal()).isEqualTo(actor);
  }
}
