package org.threefold.oversight.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.Role;
import org.threefold.access.rights.RightsTable;
import org.threefold.oversight.place.Places;

/**
 * Who the reader is, so that the page shows what they may see and nothing that would be refused.
 */
@RestController
class MeHttp {

  private static final List<String> RIGHTS =
      List.of("stream.read", "need.read", "project.read", "trace.read", "fund.read", "place.read");

  /**
   * The reader.
   *
   * @param areaName what the area is called, if that is known yet
   * @param may the rights of this service that the reader has
   */
  record Me(
      String label, List<Role> roles, String area, @Nullable String areaName, List<String> may) {}

  private final RightsTable rights;
  private final Places places;

  MeHttp(RightsTable rights, Places places) {
    this.rights = rights;
    this.places = places;
  }

  @GetMapping("/api/v1/me")
  @May("me.read")
  Me me(Actor actor) {
    Stream<String> may = RIGHTS.stream().filter(it -> rights.allows(actor, it));
    return new Me(
        actor.label(),
        actor.roles().stream().sorted().toList(),
        actor.area().value(),
        places.nameOf(actor.area()).orElse(null),
        may.toList());
  }
}
