package org.threefold.bench.ledger;

/**
 * One way, measured once.
 *
 * @param clientSeconds processor time of this program, per 1,000 commands
 * @param storeSeconds processor time of the store, per 1,000 commands
 * @param canaryPercent by how much the canary before or after it was off, the worse of both
 */
record Block(double perSecond, double clientSeconds, double storeSeconds, double canaryPercent) {}
