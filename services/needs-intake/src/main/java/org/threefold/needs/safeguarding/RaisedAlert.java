package org.threefold.needs.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.AlertId;
import org.threefold.events.Authority;
import org.threefold.events.ResidentRef;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.SafeguardingEvent.SafeguardingAlertRaised;
import org.threefold.events.SafeguardingEvent.SafeguardingReportFiled;
import org.threefold.events.SafeguardingEvent.SafeguardingReportOverdue;
import org.threefold.events.StationId;
import org.threefold.needs.Entry;
import org.threefold.needs.safeguarding.AlertCommand.Asked;
import org.threefold.needs.safeguarding.AlertCommand.Close;
import org.threefold.needs.safeguarding.AlertCommand.FileReport;
import org.threefold.needs.safeguarding.AlertCommand.LetTimePass;
import org.threefold.needs.safeguarding.AlertCommand.Raise;

/**
 * An alert that was raised.
 *
 * @param told whether was said that the report is late
 * @param kept what is not said; null only until it is kept
 */
record RaisedAlert(
    AlertId id,
    StationId unit,
    Instant raisedAt,
    AlertStatus status,
    boolean told,
    @Nullable Kept kept)
    implements Alert {

  /**
   * What must not be said.
   *
   * @param raisedBy stands for who raised it
   * @param sealedFor whose key seals the words
   * @param reportBy when it has to be reported at the latest
   */
  record Kept(
      Suspicion kind,
      @Nullable ResidentRef resident,
      boolean pupil,
      String raisedBy,
      String sealedFor,
      Instant reportBy,
      List<Report> reports,
      List<Entry> entries) {

    Kept with(List<Report> filed, List<Entry> written) {
      return new Kept(
          kind,
          resident,
          pupil,
          raisedBy,
          sealedFor,
          reportBy,
          List.copyOf(filed),
          List.copyOf(written));
    }
  }

  static RaisedAlert from(SafeguardingAlertRaised it) {
    return new RaisedAlert(it.alert(), it.unit(), it.raisedAt(), AlertStatus.RAISED, false, null);
  }

  /** What follows from this command. */
  List<SafeguardingEvent> follows(AlertCommand command) {
    if (!command.from().contains(status)) {
      return wrongState(command);
    }
    return switch (command) {
      case Raise it -> wrongState(it);
      case FileReport it -> List.of(reported(it));
      case Close _ -> List.of(); // Kept, not said: the authority's business is nobody else's.
      case LetTimePass it -> late(it.now());
    };
  }

  private List<SafeguardingEvent> wrongState(AlertCommand command) {
    if (!(command instanceof Asked)) {
      return List.of();
    }
    String allowed =
        command.from().stream().sorted().map(AlertStatus::name).collect(Collectors.joining(", "));
    throw new Refused("NEED-056", id, status, command.path(), allowed.isEmpty() ? "–" : allowed);
  }

  private SafeguardingReportFiled reported(FileReport it) {
    Set<Authority> missing = EnumSet.of(Authority.POLICE, Authority.CIVIL_AFFAIRS);
    if (kept != null && kept.pupil()) {
      missing.add(Authority.EDUCATION);
    }
    List<Authority> told = it.reports().stream().map(Report::to).distinct().sorted().toList();
    missing.removeAll(told);
    if (!missing.isEmpty()) {
      throw new Refused(
          "NEED-055", missing.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    Instant last = raisedAt;
    for (Report report : it.reports()) {
      if (report.at().isBefore(raisedAt) || report.at().isAfter(it.now())) {
        throw new Refused("NEED-031", report.at(), raisedAt, it.now());
      }
      last = report.at().isAfter(last) ? report.at() : last;
    }
    return new SafeguardingReportFiled(id, told, last);
  }

  private List<SafeguardingEvent> late(Instant now) {
    Instant due = dueAt();
    return due == null || now.isBefore(due)
        ? List.of()
        : List.of(new SafeguardingReportOverdue(id, unit, due));
  }

  /** When it will be said that the report is late; null once it was, or is not. */
  @Nullable Instant dueAt() {
    return status == AlertStatus.RAISED && !told && kept != null ? kept.reportBy() : null;
  }

  /** The state after a fact. */
  RaisedAlert then(SafeguardingEvent event) {
    return switch (event) {
      case SafeguardingAlertRaised _ -> this; // Once is enough.
      case SafeguardingReportFiled _ -> with(AlertStatus.REPORTED, told, kept);
      case SafeguardingReportOverdue _ -> with(status, true, kept);
    };
  }

  /** The state with what is kept of a decision that was made in it or led to it. */
  RaisedAlert keeping(AlertCommand command, Instant at, String actor) {
    return switch (command) {
      case Raise it when kept == null ->
          with(
              status,
              told,
              new Kept(
                  it.kind(),
                  it.resident(),
                  it.pupil(),
                  it.raisedBy(),
                  it.sealedFor(),
                  it.reportBy(),
                  List.of(),
                  List.of(entry(command, at, actor))));
      case FileReport it when kept != null ->
          with(status, told, written(kept, it.reports(), entry(command, at, actor)));
      case Close _ when kept != null ->
          with(AlertStatus.CLOSED, told, written(kept, kept.reports(), entry(command, at, actor)));
      case Raise _, FileReport _, Close _, LetTimePass _ -> this;
    };
  }

  private static Entry entry(AlertCommand command, Instant at, String actor) {
    return new Entry(command.getClass().getSimpleName(), at, actor, command.words());
  }

  private static Kept written(Kept it, List<Report> reports, Entry entry) {
    List<Entry> entries = new ArrayList<>(it.entries());
    entries.add(entry);
    return it.with(reports, entries);
  }

  @Override
  public RaisedAlert saying(UnaryOperator<String> words) {
    return kept == null
        ? this
        : with(
            status,
            told,
            kept.with(
                kept.reports(), kept.entries().stream().map(it -> it.saying(words)).toList()));
  }

  private RaisedAlert with(AlertStatus now, boolean late, @Nullable Kept other) {
    return new RaisedAlert(id, unit, raisedAt, now, late, other);
  }
}
