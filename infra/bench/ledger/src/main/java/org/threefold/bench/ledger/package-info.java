/**
 * The fund ledger side by side with double entry in PostgreSQL, and with the least that must be
 * done to keep the same books.
 */
@NullMarked
package org.threefold.bench.ledger;

import org.jspecify.annotations.NullMarked;
