package org.threefold.messaging;

/**
 * A state as it stands in the store.
 *
 * @param id the aggregate
 * @param version how many facts so far; 0 if there is none
 * @param state what they add up to
 */
public record Versioned<S>(String id, long version, S state) {}
