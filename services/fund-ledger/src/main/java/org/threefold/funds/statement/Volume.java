package org.threefold.funds.statement;

import java.time.Instant;

/**
 * A stretch of the journal of which cards are filed.
 *
 * @param number from 0, without holes
 * @param first its first entry
 * @param last its last entry
 * @param latest the latest time of any entry up to the last
 * @param hash of the last entry, by which the volume of another journal is known
 */
record Volume(long number, long first, long last, Instant latest, String hash) {}
