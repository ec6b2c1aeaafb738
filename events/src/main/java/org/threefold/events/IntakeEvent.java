package org.threefold.events;

/** All that needs intake says: of needs, of the cases some of them become, and of alarms. */
public sealed interface IntakeEvent extends Event permits NeedEvent, CaseEvent, SafeguardingEvent {}
