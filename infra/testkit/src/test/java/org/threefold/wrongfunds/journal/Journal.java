package org.threefold.wrongfunds.journal;

/** Belongs to another service. */
public class Journal {}
