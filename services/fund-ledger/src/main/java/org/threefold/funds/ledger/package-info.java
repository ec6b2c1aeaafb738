/** Funds, and what projects get of them: held, committed, paid in tranches, settled. */
@NullMarked
package org.threefold.funds.ledger;

import org.jspecify.annotations.NullMarked;
