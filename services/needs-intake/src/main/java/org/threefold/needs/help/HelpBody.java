package org.threefold.needs.help;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeskOutcome;
import org.threefold.events.HelpUrgency;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/** The bodies of the commands, as they come in. */
final class HelpBody {

  private static final int WORDS_MAX = 2000;

  private HelpBody() {}

  /** Somebody calls for help, now if nothing else is said. */
  record Receive(
      @NotNull StationId unit,
      @NotNull Channel channel,
      @NotNull HelpUrgency urgency,
      @Nullable Instant receivedAt,
      @Nullable ResidentRef residentRef,
      @NotBlank @Size(max = WORDS_MAX) String words) {}

  /** Somebody has answered, now if nothing else is said. */
  record Respond(@Nullable Instant at, @Nullable @Size(max = WORDS_MAX) String words) {}

  /** What came of it. */
  record Close(
      @NotNull DeskOutcome outcome,
      @Nullable NeedId need,
      @Nullable @Size(max = WORDS_MAX) String words) {}

  /** The need that is raised out of it; unit, channel and resident are those of the call. */
  record RaiseNeed(
      @NotNull AgeBand ageBand,
      @NotNull @Size(max = 10) List<@NotNull ClientGroup> groups,
      @NotNull @Size(max = WORDS_MAX) String text) {}
}
