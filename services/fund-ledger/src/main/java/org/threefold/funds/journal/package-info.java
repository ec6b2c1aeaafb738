/**
 * The journal: one writer, one insert for many decisions, a chain of hashes, and what is said of it
 * in order.
 */
@NullMarked
package org.threefold.funds.journal;

import org.jspecify.annotations.NullMarked;
