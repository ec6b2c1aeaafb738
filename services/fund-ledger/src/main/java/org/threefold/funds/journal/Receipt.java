package org.threefold.funds.journal;

/**
 * The answer to a command that is stored.
 *
 * @param ref what came of it
 * @param seq the entry that was last when it was answered
 */
public record Receipt(String ref, long seq) {}
