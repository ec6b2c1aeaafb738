package org.threefold.events;

import java.time.Instant;
import java.util.List;

/**
 * What needs intake says when somebody may be in danger: that it was raised and reported, never of
 * whom, nor what.
 */
public sealed interface SafeguardingEvent extends IntakeEvent {

  /** Which alert. */
  AlertId alert();

  @Override
  default Stream stream() {
    return Stream.of("safeguarding", alert());
  }

  /** A worker suspects harm; it has to be reported at once. */
  @WireName("safeguarding.alert-raised.v1")
  record SafeguardingAlertRaised(AlertId alert, StationId unit, Instant raisedAt)
      implements SafeguardingEvent {}

  /** It was reported to these authorities; the time is that of the last report. */
  @WireName("safeguarding.report-filed.v1")
  record SafeguardingReportFiled(AlertId alert, List<Authority> reportedTo, Instant reportedAt)
      implements SafeguardingEvent {
    public SafeguardingReportFiled {
      reportedTo = List.copyOf(reportedTo);
    }
  }

  /** It has not been reported when it should have been. */
  @WireName("safeguarding.report-overdue.v1")
  record SafeguardingReportOverdue(AlertId alert, StationId unit, Instant dueAt)
      implements SafeguardingEvent {}
}
