package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeId;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;
import org.threefold.events.StationId;
import org.threefold.events.Stream;

/** What the ledger can be asked to do with funds and where they come from. */
sealed interface FundCommand extends LedgerCommand {

  /** The stream whose version the caller may expect, or null for a thing yet to be made. */
  default @Nullable Stream about() {
    return null;
  }

  /** Something about a fund there is. */
  sealed interface OfFund extends FundCommand {

    /** Which fund. */
    FundId fund();

    @Override
    default Stream about() {
      return new Stream("fund", fund().value());
    }
  }

  /** Registers where money comes from; without an id it gets the next of its type. */
  record RegisterSource(
      @Nullable SourceId source,
      String name,
      FundType type,
      DeptCode owner,
      String document,
      @Nullable List<Purpose> purposes,
      @Nullable List<ClientGroup> groups,
      Set<CostCode> prohibited)
      implements FundCommand {}

  /**
   * Opens a fund; without an id it gets the next of its year and type, without lists those of its
   * source, or of its type if it has no source.
   *
   * @param divisions where in its division it may be spent; null means all of it
   * @param prohibited costs it may not pay, beside those its source and its type may not
   * @param programme whose users' fees it collects, if it is a fund of fees
   */
  record OpenFund(
      @Nullable FundId fund,
      String name,
      FundType type,
      DeptCode owner,
      int fiscalYear,
      DivisionCode division,
      @Nullable List<Purpose> purposes,
      @Nullable List<ClientGroup> groups,
      @Nullable SourceId source,
      @Nullable List<DivisionCode> divisions,
      Set<CostCode> prohibited,
      @Nullable ProgrammeId programme)
      implements FundCommand {

    /** A fund that belongs to no programme. */
    public OpenFund(
        @Nullable FundId fund,
        String name,
        FundType type,
        DeptCode owner,
        int fiscalYear,
        DivisionCode division,
        @Nullable List<Purpose> purposes,
        @Nullable List<ClientGroup> groups,
        @Nullable SourceId source,
        @Nullable List<DivisionCode> divisions,
        Set<CostCode> prohibited) {
      this(
          fund,
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
          null);
    }
  }

  /** Money came in. */
  record Contribute(FundId fund, long amountFen, PayerKind payer, String ref) implements OfFund {}

  /** What came in under this reference came because of these funds, each with its share. */
  record RecordLeverage(FundId fund, String ref, List<FundAmount> seeds) implements OfFund {

    public RecordLeverage {
      seeds = List.copyOf(seeds);
    }
  }

  /** The bank took back what had come in. */
  record Reverse(FundId fund, String ref) implements OfFund {}

  /** A unit may spend so much of the fund on its running costs. */
  record Allocate(FundId fund, StationId unit, long amountFen, Instant at) implements OfFund {}

  /** Nothing of the fund may move until it is unfrozen. */
  record Freeze(FundId fund, FreezeReason reason) implements OfFund {}

  /** Somebody of finance or civil affairs agrees that the money may move again. */
  record Unfreeze(FundId fund, String subject, Set<Role> roles) implements OfFund {}

  /**
   * The year is over: what is left lapses, but for what is carried over.
   *
   * @param into the fund that takes what is carried over; null if nothing is
   */
  record CloseYear(
      FundId fund,
      long carryOverFen,
      @Nullable FundId into,
      String subject,
      Set<Role> roles,
      Instant at)
      implements OfFund {}
}
