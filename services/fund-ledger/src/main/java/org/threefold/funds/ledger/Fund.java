package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProgrammeId;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/**
 * Money of one source for one fiscal year, and what it may be spent on; what stands on it is in its
 * accounts.
 *
 * @param division whose fund it is
 * @param groups whom it may be spent on; empty means everybody
 * @param divisions where it may be spent: the division itself, or some inside it
 * @param prohibited costs it may not pay, beside those that its type may not
 * @param agreement what one side has agreed to, if the other has yet to
 * @param programme whose users' fees it collects; a fund without one collects none
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
    @Nullable SourceId source,
    List<DivisionCode> divisions,
    Set<CostCode> prohibited,
    Status status,
    @Nullable Agreement agreement,
    @Nullable ProgrammeId programme) {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  /** Whether money of the fund can move. */
  enum Status {
    OPEN,
    FROZEN,
    CLOSED
  }

  Fund {
    purposes = List.copyOf(purposes);
    groups = List.copyOf(groups);
    // Neither stood in the first journals.
    divisions = List.copyOf(Objects.requireNonNullElse(divisions, List.of(division)));
    prohibited = new TreeSet<>(Objects.requireNonNullElse(prohibited, Set.of()));
  }

  boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Budget money may be promised in its own year only; other money does not lapse. */
  boolean isInYear(Instant at) {
    return !isFiscal() || day(at).getYear() == fiscalYear;
  }

  boolean isYearOver(Instant at) {
    return day(at).getYear() > fiscalYear;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(COUNTY).toLocalDate();
  }

  boolean isFiscal() {
    return Restrictions.of(type).isFiscal();
  }

  boolean allows(Purpose purpose) {
    return purposes.contains(purpose);
  }

  boolean allowsAnyOf(List<ClientGroup> beneficiaries) {
    return groups.isEmpty() || beneficiaries.stream().anyMatch(groups::contains);
  }

  boolean isFor(DivisionCode where) {
    return divisions.stream().anyMatch(it -> it.covers(where));
  }

  boolean prohibits(CostCode cost) {
    return prohibited.contains(cost) || Restrictions.of(type).prohibit(cost);
  }

  Fund in(Status next) {
    return with(next, null);
  }

  Fund agreed(Agreement by) {
    return with(status, by);
  }

  private Fund with(Status next, @Nullable Agreement by) {
    return new Fund(
        id,
        name,
        type,
        owner,
        fiscalYear,
        division,
        purposes,
        groups,
        source,
        divisions,
        prohibited,
        next,
        by,
        programme);
  }
}
