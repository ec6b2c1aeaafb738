package org.threefold.needs.safeguarding;

import java.time.Instant;
import org.threefold.events.Authority;

/** When an authority was told. */
record Report(Authority to, Instant at) {}
