package org.threefold.needs.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.VisitPurpose;

/** The bodies of the commands, as they come in. */
final class VisitBody {

  private static final int WORDS_MAX = 2000;

  private VisitBody() {}

  /** Somebody came, now if nothing else is said. */
  record Receive(
      @NotNull StationId unit,
      @NotNull VisitPurpose purpose,
      @Nullable Instant receivedAt,
      @Nullable ResidentRef residentRef,
      @Nullable DeskOutcome outcome,
      @Nullable NeedId need,
      @Nullable @Size(max = WORDS_MAX) String words) {}

  /** What came of it; late, the words say why so late. */
  record Complete(
      @NotNull DeskOutcome outcome,
      @Nullable NeedId need,
      @Nullable @Size(max = WORDS_MAX) String words) {}
}
