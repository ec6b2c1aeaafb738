package org.threefold.needs.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Channel;
import org.threefold.events.HelpUrgency;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.desk.CameOfIt;

/** What can be asked of a help request (domain §1.L, L02). */
sealed interface HelpCommand {

  /** What was said or written, which is kept and never told. */
  default @Nullable String words() {
    return null;
  }

  /**
   * A resident has called for help.
   *
   * @param respondBy when the first response is due
   * @param open whether the unit was seen open
   * @param earliest the first moment a call may be recorded for
   * @param now the last
   */
  record Receive(
      StationId unit,
      Channel channel,
      HelpUrgency urgency,
      Instant receivedAt,
      Instant respondBy,
      @Nullable ResidentRef resident,
      String words,
      boolean open,
      Instant earliest,
      Instant now)
      implements HelpCommand {}

  /**
   * Somebody has answered the resident first.
   *
   * @param at when that was
   * @param by the account of the worker who did
   */
  record Respond(Instant at, String by, @Nullable String words, Instant now)
      implements HelpCommand {}

  /** Somebody says what came of it. */
  record Close(CameOfIt came, @Nullable String words) implements HelpCommand {}

  /** The time for the first response may have passed. */
  record LetTimePass(Instant now) implements HelpCommand {}
}
