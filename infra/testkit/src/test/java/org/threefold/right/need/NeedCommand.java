package org.threefold.right.need;

import java.time.Instant;

/** A command that brings its time along. */
record NeedCommand(Instant at) {}
