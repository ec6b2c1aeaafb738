package org.threefold.needs.casework;

/** What came of a case: goals reached of how many, and the client's own score. */
record Result(int goals, int reached, int clientScore) {}
