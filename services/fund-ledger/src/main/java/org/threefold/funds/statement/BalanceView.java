package org.threefold.funds.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.funds.ledger.Balances;

/**
 * What stood on a fund.
 *
 * @param at when, or null for now
 * @param seq the last entry that is counted
 */
record BalanceView(FundId fund, @Nullable Instant at, long seq, Balances balances) {}
