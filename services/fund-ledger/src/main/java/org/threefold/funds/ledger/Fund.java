package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;

/**
 * Money of one source for one fiscal year, and what it may be spent on; what stands on it is in its
 * accounts.
 *
 * @param groups whom it may be spent on; empty means everybody
 * @param division where it may be spent
 */
record Fund(
    FundId id,
    String name,
    FundType type,
    DeptCode owner,
    int fiscalYear,
    DivisionCode division,
    List<Purpose> purposes,
    List<ClientGroup> groups,
    Status status) {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  /** Whether money of the fund can move. */
  enum Status {
    OPEN,
    FROZEN
  }

  Fund {
    purposes = List.copyOf(purposes);
    groups = List.copyOf(groups);
  }

  boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Budget money may be promised in its own year only; other money does not lapse. */
  boolean isInYear(Instant at) {
    return !Restrictions.of(type).isFiscal() || at.atZone(COUNTY).getYear() == fiscalYear;
  }

  boolean allows(Purpose purpose) {
    return purposes.contains(purpose);
  }

  boolean allowsAnyOf(List<ClientGroup> beneficiaries) {
    return groups.isEmpty() || beneficiaries.stream().anyMatch(groups::contains);
  }

  Fund frozen() {
    return new Fund(id, name, type, owner, fiscalYear, division, purposes, groups, Status.FROZEN);
  }
}
