package org.threefold.needs.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.VisitPurpose;
import org.threefold.needs.desk.CameOfIt;

/** What can be asked of a visit (domain §1.L, L01). */
sealed interface VisitCommand {

  /** What was said or written, which is kept and never told. */
  @Nullable String words();

  /**
   * Somebody has come to the unit.
   *
   * @param handler the account of the worker who received the visit
   * @param came what came of it, if that is known already
   * @param open whether the unit was seen open
   * @param earliest the first moment a visit may be recorded for
   * @param now the last
   */
  record Receive(
      StationId unit,
      VisitPurpose purpose,
      Instant receivedAt,
      String handler,
      @Nullable ResidentRef resident,
      @Nullable CameOfIt came,
      @Nullable String words,
      boolean open,
      Instant earliest,
      Instant now)
      implements VisitCommand {}

  /** Somebody says what came of it; after the day of the visit the words say why so late. */
  record Complete(CameOfIt came, @Nullable String words, Instant now) implements VisitCommand {}

  /** The day of the visit may have ended. */
  record LetDayEnd(Instant now) implements VisitCommand {
    @Override
    public @Nullable String words() {
      return null;
    }
  }
}
