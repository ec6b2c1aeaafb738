package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Money;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.journal.Saying;

/** An outcome in the making: what was moved so far shows in it, and nowhere else. */
final class Draft {

  /**
   * So much may come into a fund in all: ten trillion yuan, more than there is, and so little that
   * sums over thousands of funds, and of what goes out and comes back, can still be counted.
   */
  static final long MOST_FEN = 1_000_000_000_000_000L;

  private final FundBook book;
  private final Accounts sheet;
  private final List<Change> changes = new ArrayList<>();
  private final List<Posting> postings = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();
  private final TreeMap<String, FundId> touched = new TreeMap<>();
  private String ref = "";

  Draft(FundBook book, Accounts accounts) {
    this.book = book;
    this.sheet = accounts.sheet();
  }

  FundBook book() {
    return book;
  }

  long availableFen(FundId fund) {
    return on(fund, Pot.AVAILABLE);
  }

  /** What stands on an account of the fund, with what was moved so far. */
  long on(FundId fund, Pot pot) {
    return sheet.on(pot.of(fund));
  }

  Balances balances(FundId fund) {
    return Balances.of(fund, sheet);
  }

  void note(Change change) {
    changes.add(change);
  }

  /** The change is noted; and what it makes of the money of the project. */
  Funding note(Funding funding, Change.OfFunding change) {
    changes.add(change);
    return funding.after(change);
  }

  /**
   * Moves money from one account of a fund to another; nothing moves nothing.
   *
   * @throws ArithmeticException if that is more than can be counted
   */
  void move(FundId fund, Pot from, Pot to, long fen) {
    if (fen == 0) {
      return;
    }
    Posting posting = new Posting(from.of(fund), to.of(fund), new Money(fen));
    sheet.post(posting);
    postings.add(posting);
    touched.put(fund.value(), fund);
  }

  /**
   * Money comes into the fund from outside.
   *
   * @throws Refused if that is not above zero, or more than a fund may take (FUND-001)
   */
  void receive(FundId fund, long fen) {
    if (fen <= 0 || fen > MOST_FEN - balances(fund).receivedFen()) {
      throw new Refused("FUND-001", fen);
    }
    move(fund, Pot.RECEIVED, Pot.AVAILABLE, fen);
  }

  void say(FundEvent event, DivisionCode division) {
    sayings.add(new Saying(event, division));
  }

  /** What a repeated request shall find. */
  void refer(Object id) {
    ref = id.toString();
  }

  /** All of it, and what then stands on each fund that was touched. */
  Outcome<Change> outcome() {
    for (FundId fund : touched.values()) {
      say(Balances.of(fund, sheet).said(fund), book.get(fund).division());
    }
    return new Outcome<>(ref, changes, postings, sayings);
  }
}
