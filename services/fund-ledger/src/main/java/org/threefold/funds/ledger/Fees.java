package org.threefold.funds.ledger;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;

/** The fees users of low-fee programmes paid, and how far each programme is. */
final class Fees {

  /**
   * What was paid under one receipt.
   *
   * @param count for how many uses
   * @param refundedFen what was given back of it
   */
  record Fee(FundId fund, String ref, long amountFen, int count, LocalDate date, long refundedFen) {

    Fee refunded(long fen) {
      return new Fee(fund, ref, amountFen, count, date, refundedFen + fen);
    }

    long leftFen() {
      return amountFen - refundedFen;
    }
  }

  /** A space stands in no id and in no reference, and comes before all that may. */
  private static final char SEPARATOR = ' ';

  private static final char AFTER_SEPARATOR = SEPARATOR + 1;

  private final NavigableMap<String, Change.ProgrammeLearned> programmes = new TreeMap<>();
  private final NavigableMap<String, Fee> fees = new TreeMap<>();

  void after(Change.OfFees change) {
    switch (change) {
      case Change.ProgrammeLearned it -> programmes.put(it.programme().value(), it);
      case Change.FeeTaken it -> put(it.fee());
      case Change.FeeGivenBack it ->
          find(it.id(), it.ref()).ifPresent(fee -> put(fee.refunded(it.amountFen())));
    }
  }

  void put(Fee fee) {
    fees.put(fee.fund().value() + SEPARATOR + fee.ref(), fee);
  }

  Optional<Fee> find(FundId fund, String ref) {
    return Optional.ofNullable(fees.get(fund.value() + SEPARATOR + ref));
  }

  /** Null if nothing was ever heard of it. */
  @Nullable ProgrammeState stateOf(ProgrammeId programme) {
    Change.ProgrammeLearned known = programmes.get(programme.value());
    return known == null ? null : known.state();
  }

  /** What a use costs its user at most; null if nothing was heard of a tariff. */
  @Nullable Long tariffOf(ProgrammeId programme) {
    Change.ProgrammeLearned known = programmes.get(programme.value());
    return known == null ? null : known.tariffFen();
  }

  /** The fees of a fund, in one order. */
  Stream<Fee> of(FundId fund) {
    return fees.subMap(fund.value() + SEPARATOR, fund.value() + AFTER_SEPARATOR).values().stream();
  }

  /** All of them, in one order. */
  Stream<Fee> all() {
    return fees.values().stream();
  }

  /** What is known of programmes, in one order. */
  Stream<Change.ProgrammeLearned> programmes() {
    return programmes.values().stream();
  }
}
