package org.threefold.needs.need;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Whether a worker or a resident asks.
 *
 * @param resident stands for the resident who asks in person; null if it is anybody else
 */
record Who(Actor actor, @Nullable String resident) {

  static Who of(Request request) {
    Actor actor = request.actor();
    boolean resident = actor.roles().equals(Set.of(Role.RESIDENT));
    return new Who(actor, resident ? hash(actor.subject()) : null);
  }

  /**
   * Goes on if the actor may bring a need to this unit: workers to units of their area, residents
   * also to the town station above them, for villages have no room (domain §0.3, fact 2).
   *
   * @throws NotFound otherwise
   */
  void mustReach(StationId unit) {
    DivisionCode division = unit.division();
    boolean above = resident != null && isTown(division) && division.covers(actor.area());
    if (!actor.covers(division) && !above) {
      throw new NotFound(unit);
    }
  }

  private static boolean isTown(DivisionCode division) {
    return division.value().length() == 9;
  }

  /** The subject itself is not stored. */
  private static String hash(String subject) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
