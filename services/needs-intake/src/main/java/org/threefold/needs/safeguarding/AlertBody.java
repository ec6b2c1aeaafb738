package org.threefold.needs.safeguarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Authority;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/** The bodies of the commands, as they come in. */
final class AlertBody {

  private static final int WORDS_MAX = 2000;

  private AlertBody() {}

  /** What somebody suspects, and of whom if that is known. */
  record Raise(
      @NotNull StationId unit,
      @NotNull Suspicion kind,
      @Nullable ResidentRef residentRef,
      @NotNull Boolean pupil,
      @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** Who was told, and when. */
  record Told(@NotNull Authority to, @NotNull Instant at) {}

  /** Everybody who was told. */
  record FileReport(
      @NotNull @Size(max = 10) List<@NotNull @Valid Told> reports,
      @Nullable @Size(max = WORDS_MAX) String note) {}

  /** Under which reference an authority has taken it over. */
  record Close(
      @NotBlank @Size(max = 200) String reference, @Nullable @Size(max = WORDS_MAX) String note) {}
}
