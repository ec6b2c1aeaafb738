package org.threefold.funds.journal;

/** A change of the books as the journal keeps it: its kind, and its JSON. */
public record Noted(String kind, byte[] data) {}
