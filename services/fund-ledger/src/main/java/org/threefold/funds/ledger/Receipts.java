package org.threefold.funds.ledger;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.threefold.events.FundId;
import org.threefold.events.PayerKind;

/** What came into each fund under which reference, so that nothing is booked twice. */
final class Receipts {

  /** Money that came in; reversed if the bank took it back. */
  record Receipt(FundId fund, String ref, long amountFen, PayerKind payer, boolean reversed) {

    Receipt reverse() {
      return new Receipt(fund, ref, amountFen, payer, true);
    }

    /** Some of it went back to whoever paid; where nothing is left, nothing can be reversed. */
    Receipt less(long fen) {
      return new Receipt(fund, ref, amountFen - fen, payer, amountFen == fen);
    }
  }

  /** A space stands in no id and in no reference. */
  private static final char SEPARATOR = ' ';

  private final NavigableMap<String, Receipt> receipts = new TreeMap<>();

  void put(Receipt receipt) {
    receipts.put(key(receipt.fund(), receipt.ref()), receipt);
  }

  Optional<Receipt> find(FundId fund, String ref) {
    return Optional.ofNullable(receipts.get(key(fund, ref)));
  }

  /** All of them, in one order. */
  Stream<Receipt> all() {
    return receipts.values().stream();
  }

  private static String key(FundId fund, String ref) {
    return fund.value() + SEPARATOR + ref;
  }
}
