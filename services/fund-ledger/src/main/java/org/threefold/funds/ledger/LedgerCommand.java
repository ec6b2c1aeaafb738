package org.threefold.funds.ledger;

/** What the ledger can be asked to do, by a person, a fact or a timer. */
sealed interface LedgerCommand permits FundCommand, FundingCommand, MicroCommand, FeeCommand {}
