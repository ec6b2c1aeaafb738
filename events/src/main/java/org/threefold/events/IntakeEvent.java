package org.threefold.events;

/**
 * All that needs intake says: who came and who called for help, of needs, of the cases some of them
 * become, and of alarms.
 */
public sealed interface IntakeEvent extends Event
    permits VisitEvent, HelpRequestEvent, NeedEvent, CaseEvent, SafeguardingEvent {}
