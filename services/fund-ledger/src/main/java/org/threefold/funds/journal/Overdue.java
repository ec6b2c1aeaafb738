package org.threefold.funds.journal;

/**
 * A command that nobody gives: its time has come.
 *
 * @param what names it, for the cause of what follows: {@code hold/R-…}
 */
public record Overdue<C>(String what, C command) {}
