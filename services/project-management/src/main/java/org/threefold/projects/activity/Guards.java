package org.threefold.projects.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threefold.access.PersonalData;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.ActivityId;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.projects.activity.ActivityCommand.Cancel;
import org.threefold.projects.activity.ActivityCommand.Figures;
import org.threefold.projects.activity.ActivityCommand.Publish;
import org.threefold.projects.activity.ActivityCommand.Report;

/** The rules for what departments say of their activities (domain §3.3.3, PROJ-060 to 069). */
final class Guards {

  static final int TITLE_MAX = 80;
  static final int PLACE_MAX = 120;
  static final int UNITS_MAX = 60;
  static final int YEARS_MAX = 10;
  static final int COUNT_MAX = 1_000_000;
  static final long FEN_MAX = 100_000_000_000L;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** A random UUID, which now and then has the digits of a card and yet says nothing of anybody. */
  private static final Pattern RANDOM_ID =
      Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  private Guards() {}

  /** What an activity may not be called, for its name is said to everybody. */
  static Optional<Finding> of(ActivityId activity) {
    String id = activity.value().substring(activity.system().value().length() + 1);
    return RANDOM_ID.matcher(id).matches() ? Optional.empty() : personal("sourceId", id);
  }

  static List<Finding> of(ActivityCommand.Speaker speaker, ActivityId activity) {
    if (speaker.owners().isEmpty()) {
      return List.of(Finding.of("PROJ-062", activity.system()));
    }
    return speaker.owners().contains(speaker.dept())
        ? List.of()
        : List.of(Finding.of("PROJ-060", activity.system(), speaker.dept()));
  }

  static List<Finding> of(Publish it) {
    ActivityPublished said = it.said();
    List<Finding> findings = new ArrayList<>(of(it.speaker(), it.activity()));
    findings.addAll(words("title", said.title(), TITLE_MAX));
    findings.addAll(words("place", said.place(), PLACE_MAX));
    findings.addAll(dates(said.startAt(), said.endAt()));
    if (said.groups().isEmpty()) {
      findings.add(Finding.of("PROJ-064"));
    }
    if (said.unitIds().size() > UNITS_MAX) {
      findings.add(Finding.of("PROJ-067", "unitIds"));
    } else if (!it.unknownUnits().isEmpty()) {
      findings.add(Finding.of("PROJ-065", it.unknownUnits()));
    }
    Long costFen = said.costFen();
    findings.addAll(cost(costFen == null ? 0 : costFen, said.fundId() != null));
    return List.copyOf(findings);
  }

  static List<Finding> of(Cancel it, ActivityPlan plan) {
    List<Finding> findings = new ArrayList<>(of(it.speaker(), it.activity()));
    if (!it.at().isBefore(plan.endAt())) {
      findings.add(Finding.of("PROJ-068", plan.endAt()));
    }
    return List.copyOf(findings);
  }

  static List<Finding> of(Report it, ActivityPlan plan) {
    Figures figures = it.figures();
    List<Finding> findings = new ArrayList<>(of(it.speaker(), it.activity()));
    if (it.at().isBefore(plan.startAt())) {
      findings.add(Finding.of("PROJ-069", plan.startAt()));
    }
    findings.addAll(count("persons", figures.persons()));
    findings.addAll(count("personTimes", figures.personTimes()));
    findings.addAll(count("sessions", figures.sessions()));
    if (figures.personTimes() < figures.persons()) {
      findings.add(Finding.of("PROJ-040", figures.personTimes(), figures.persons()));
    }
    findings.addAll(cost(figures.costFen(), plan.fund() != null));
    return List.copyOf(findings);
  }

  private static List<Finding> words(String field, @Nullable String words, int most) {
    if (words == null) {
      return List.of();
    }
    boolean fits =
        !words.isBlank()
            && words.codePointCount(0, words.length()) <= most
            && words.codePoints().noneMatch(Guards::isUnreadable);
    return fits
        ? personal(field, words).map(List::of).orElse(List.of())
        : List.of(Finding.of("PROJ-067", field));
  }

  private static boolean isUnreadable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }

  private static Optional<Finding> personal(String field, String text) {
    return PersonalData.find(text).map(kind -> Finding.of("PROJ-061", field, kind));
  }

  private static List<Finding> dates(Instant start, Instant end) {
    if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
      return List.of(Finding.of("PROJ-006", start, EARLIEST, LATEST));
    }
    Instant last = start.atOffset(ZoneOffset.UTC).plusYears(YEARS_MAX).toInstant();
    return end.isBefore(start) || end.isAfter(last)
        ? List.of(Finding.of("PROJ-006", end, start, last))
        : List.of();
  }

  private static List<Finding> count(String field, int count) {
    return count < 0 || count > COUNT_MAX ? List.of(Finding.of("PROJ-067", field)) : List.of();
  }

  private static List<Finding> cost(long fen, boolean funded) {
    if (fen < 0 || fen > FEN_MAX) {
      return List.of(Finding.of("PROJ-067", "costFen"));
    }
    return fen > 0 && !funded ? List.of(Finding.of("PROJ-063", fen)) : List.of();
  }
}
