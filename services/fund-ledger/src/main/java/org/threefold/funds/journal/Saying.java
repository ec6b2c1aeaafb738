package org.threefold.funds.journal;

import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;

/** A fact that the rest of the county shall hear, and the division it concerns. */
public record Saying(Event event, @Nullable DivisionCode division) {}
