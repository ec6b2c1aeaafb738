package org.threefold.funds.ledger;

import org.threefold.access.Role;

/**
 * What one side has agreed to and the other has yet to; it takes effect when another person of the
 * other side asks for the same.
 *
 * @param terms what was agreed to, to the letter
 * @param subject who agreed; stays in the ledger
 * @param role as what
 */
record Agreement(String terms, String subject, Role role) {}
