/**
 * What an auditor reads: statements, past balances and the trial balance, from cards that are kept
 * of each fund and project and can be made again from the journal at any time.
 */
@NullMarked
package org.threefold.funds.statement;

import org.jspecify.annotations.NullMarked;
