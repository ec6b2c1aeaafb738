package org.threefold.funds.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;

/** Which money of other departments came in because of ours. */
final class Leverages {

  /**
   * Money that came in under this reference, as far as funds of ours drew it in.
   *
   * @param seeds the funds that did, each with its share of the receipt
   */
  record Leverage(FundId fund, String ref, List<FundAmount> seeds) {

    Leverage {
      seeds = List.copyOf(seeds);
    }

    long fen() {
      return seeds.stream().mapToLong(FundAmount::amountFen).reduce(0, Math::addExact);
    }
  }

  /** A space stands in no id and in no reference. */
  private static final char SEPARATOR = ' ';

  /** A receipt may be recorded in parts; they are put together. */
  private final Map<String, Leverage> leverages = new TreeMap<>();

  void put(Leverage leverage) {
    leverages.merge(
        leverage.fund().value() + SEPARATOR + leverage.ref(),
        leverage,
        (before, more) ->
            new Leverage(
                before.fund(),
                before.ref(),
                Stream.concat(before.seeds().stream(), more.seeds().stream()).toList()));
  }

  /** How much of the receipt is recorded already. */
  long recordedFen(FundId fund, String ref) {
    Leverage known = leverages.get(fund.value() + SEPARATOR + ref);
    return known == null ? 0 : known.fen();
  }

  /** One for each receipt, in one order. */
  Stream<Leverage> all() {
    return leverages.values().stream();
  }
}
