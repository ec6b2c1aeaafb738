package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;

/**
 * A fund that a community founded and whose committee gives the money away (domain §3.4.4); what
 * stands on it is in its accounts.
 *
 * @param activeSince when it began to work, or gave last; null before that
 * @param grants how often it gave
 * @param grantedFen how much it gave
 */
record MicroFund(
    FundId fund,
    State state,
    Charter charter,
    @Nullable Instant activeSince,
    int grants,
    long grantedFen,
    MicroYears years) {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  /** A micro-fund that gives nothing for longer is dormant. */
  private static final int DORMANT_AFTER_MONTHS = 12;

  /** From its first day on, nothing is given without the statement of the year before. */
  private static final int STATEMENT_MONTH = 2;

  /** How far its life has come. */
  enum State {
    ESTABLISHED,
    ACTIVE,
    DORMANT,
    ENDED
  }

  static MicroFund established(FundId fund, Charter charter, Instant at) {
    return new MicroFund(
        fund, State.ESTABLISHED, charter, null, 0, 0, MicroYears.from(day(at).getYear()));
  }

  /** Money came in: it works now, if it did not. */
  MicroFund filled(Instant at) {
    return state == State.ESTABLISHED
        ? new MicroFund(fund, State.ACTIVE, charter, at, grants, grantedFen, years)
        : this;
  }

  MicroFund gave(long fen, Instant at) {
    return new MicroFund(fund, State.ACTIVE, charter, at, grants + 1, grantedFen + fen, years);
  }

  MicroFund in(State next) {
    return new MicroFund(fund, next, charter, activeSince, grants, grantedFen, years);
  }

  MicroFund with(MicroYears next) {
    return new MicroFund(fund, state, charter, activeSince, grants, grantedFen, next);
  }

  boolean ended() {
    return state == State.ENDED;
  }

  /** When it falls dormant if nothing is given until then; null while it cannot. */
  @Nullable Instant dormantAt() {
    Instant since = activeSince;
    return state != State.ACTIVE || since == null
        ? null
        : since.atZone(COUNTY).plusMonths(DORMANT_AFTER_MONTHS).toInstant();
  }

  /** When the year that runs is over; null if the fund has ended. */
  @Nullable Instant yearEndsAt() {
    return ended()
        ? null
        : LocalDate.of(years.running() + 1, 1, 1).atStartOfDay(COUNTY).toInstant();
  }

  /** Whether the statement of a year is missing without which nothing is given at this time. */
  boolean owesStatement(Instant at) {
    LocalDate today = day(at);
    int stated =
        today.getMonthValue() < STATEMENT_MONTH ? today.getYear() - 2 : today.getYear() - 1;
    return years.firstUnstated() <= stated;
  }

  static LocalDate day(Instant at) {
    return at.atZone(COUNTY).toLocalDate();
  }
}
