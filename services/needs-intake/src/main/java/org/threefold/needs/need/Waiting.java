package org.threefold.needs.need;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedStep;

/**
 * A step that somebody has to do in time.
 *
 * @param dueAt when it should be done
 * @param reminders how often was said that it is not
 * @param nextAt when that is said again; null when it was said often enough
 */
record Waiting(NeedStep step, Instant dueAt, int reminders, @Nullable Instant nextAt) {}
