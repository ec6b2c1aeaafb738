package org.threefold.messaging;

import java.time.Instant;

/** A request key that has led to a decision, and the hash of what was asked with it. */
record UsedKey(String key, String bodyHash, Instant at) {}
