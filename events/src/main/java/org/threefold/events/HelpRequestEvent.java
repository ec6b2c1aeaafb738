package org.threefold.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a call for help. */
public sealed interface HelpRequestEvent extends IntakeEvent {

  /** Which help request. */
  HelpRequestId request();

  /** Whose desk it is on. */
  StationId unit();

  @Override
  default Stream stream() {
    return Stream.of("help-request", request());
  }

  /** A resident called for help; respondBy is when the first response is due. */
  @WireName("help-request.received.v1")
  record HelpRequestReceived(
      HelpRequestId request,
      StationId unit,
      Channel channel,
      HelpUrgency urgency,
      Instant receivedAt,
      Instant respondBy)
      implements HelpRequestEvent {}

  /** Somebody answered the call first; inTime is whether that was by respondBy. */
  @WireName("help-request.responded.v1")
  record HelpRequestResponded(
      HelpRequestId request,
      StationId unit,
      HelpUrgency urgency,
      Instant receivedAt,
      Instant firstResponseAt,
      boolean inTime)
      implements HelpRequestEvent {}

  /**
   * The first response is not given in its time: for help requests what {@link
   * NeedEvent.NeedOverdue} is for needs, and told as often.
   */
  @WireName("help-request.overdue.v1")
  record HelpRequestOverdue(
      HelpRequestId request,
      StationId unit,
      HelpUrgency urgency,
      Instant dueAt,
      long hoursLate,
      int level)
      implements HelpRequestEvent {}

  /** What came of the help request, with the need that was raised out of it, if one was. */
  @WireName("help-request.closed.v1")
  record HelpRequestClosed(
      HelpRequestId request, StationId unit, DeskOutcome outcome, @Nullable NeedId need)
      implements HelpRequestEvent {}
}
