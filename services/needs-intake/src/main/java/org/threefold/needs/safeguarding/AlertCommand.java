package org.threefold.needs.safeguarding;

import static org.threefold.needs.safeguarding.AlertStatus.RAISED;
import static org.threefold.needs.safeguarding.AlertStatus.REPORTED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.CommandPath;

/** What can be asked of an alert, and from which states (domain §3.2.4). */
sealed interface AlertCommand {

  /** The states in which it is possible. */
  Set<AlertStatus> from();

  /** What was written, by field: kept sealed, and never said. */
  default Map<String, String> words() {
    return Map.of();
  }

  /** As it stands in a path. */
  default String path() {
    return CommandPath.of(this);
  }

  /** A person asks; in a wrong state the answer is a refusal. */
  sealed interface Asked extends AlertCommand {}

  /** A clock asks; in a wrong state nothing happens. */
  sealed interface Silent extends AlertCommand {}

  /**
   * Somebody may be in danger.
   *
   * @param resident who, if that is a registered resident
   * @param pupil whether it may be a pupil, so that education is told as well
   * @param raisedBy stands for who says so
   * @param sealedFor whose key seals the words
   * @param reportBy when it has to be reported at the latest
   */
  record Raise(
      StationId unit,
      Suspicion kind,
      @Nullable ResidentRef resident,
      boolean pupil,
      String text,
      String raisedBy,
      String sealedFor,
      Instant now,
      Instant reportBy)
      implements Asked {
    @Override
    public Set<AlertStatus> from() {
      return Set.of();
    }

    @Override
    public Map<String, String> words() {
      return Map.of("text", text);
    }
  }

  /** The authorities were told, each at its time. */
  record FileReport(List<Report> reports, @Nullable String note, Instant now) implements Asked {
    @Override
    public Set<AlertStatus> from() {
      return Set.of(RAISED);
    }

    @Override
    public Map<String, String> words() {
      return note == null ? Map.of() : Map.of("note", note);
    }

    @Override
    public String path() {
      return "report";
    }
  }

  /** An authority has taken it over under this reference. */
  record Close(String reference, @Nullable String note) implements Asked {
    @Override
    public Set<AlertStatus> from() {
      return Set.of(REPORTED);
    }

    @Override
    public Map<String, String> words() {
      Map<String, String> words = new LinkedHashMap<>();
      words.put("reference", reference);
      if (note != null) {
        words.put("note", note);
      }
      return words;
    }
  }

  /** The time to report may have passed. */
  record LetTimePass(Instant now) implements Silent {
    @Override
    public Set<AlertStatus> from() {
      return Set.of(RAISED);
    }
  }
}
