/** The fund ledger: every fen of the county's social-work money, from receipt to payment. */
@NullMarked
package org.threefold.funds;

import org.jspecify.annotations.NullMarked;
