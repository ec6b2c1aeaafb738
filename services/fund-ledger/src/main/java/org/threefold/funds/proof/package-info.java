/**
 * Proof that the journal is what was written: its export, a program that checks an export without
 * the service, and a check that never stops inside it.
 */
@NullMarked
package org.threefold.funds.proof;

import org.jspecify.annotations.NullMarked;
