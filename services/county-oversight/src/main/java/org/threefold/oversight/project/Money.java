package org.threefold.oversight.project;

import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.DisbursementRejected;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.FundsSettled;

/**
 * What the ledger tells of a project's money, in fen.
 *
 * @param heldFen held, not yet promised
 * @param committedFen promised, not yet paid
 * @param paidFen paid, all tranches, less what came back
 */
record Money(long heldFen, long committedFen, long paidFen) {

  static final Money NONE = new Money(0, 0, 0);

  /** What is known after one more fact; total, for facts are not up for debate. */
  Money after(FundEvent.OfProject event) {
    return switch (event) {
      case FundsReserved it -> new Money(it.totalFen(), committedFen, paidFen);
      case FundsReservationRejected _ -> this;
      case FundsReservationReleased _, FundsReservationExpired _ -> new Money(0, 0, paidFen);
      case FundsCommitted it -> new Money(0, it.totalFen(), paidFen);
      case DisbursementRequested _, DisbursementRejected _ -> this;
      case FundsDisbursed it ->
          new Money(
              heldFen,
              Math.subtractExact(committedFen, it.totalFen()),
              Math.addExact(paidFen, it.totalFen()));
      case FundsRefunded it ->
          new Money(heldFen, committedFen, Math.subtractExact(paidFen, it.totalFen()));
      case FundsSettled _ -> new Money(0, 0, paidFen);
    };
  }
}
