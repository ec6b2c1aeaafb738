package org.threefold.funds.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.ledger.Balances;

/**
 * What stood on a selection before, every posting in between, what stands after.
 *
 * <p>Opening and closing come from the cards, the lines from the journal itself; a statement in
 * which they do not meet is broken off.
 */
final class Statement {

  /** So many entries are read at once; an entry may be 256 KiB and more. */
  private static final int CHUNK = 64;

  private final JournalStore journal;
  private final Selection selection;
  private final Shelf shelf;
  private final long after;
  private final long upTo;
  private final Moves before;
  private final Moves all;

  Statement(JournalStore journal, Selection selection, Shelf shelf, long after, long upTo) {
    this.journal = journal;
    this.selection = selection;
    this.shelf = shelf;
    this.after = after;
    this.upTo = upTo;
    this.before = shelf.upTo(after);
    this.all = shelf.upTo(upTo);
  }

  Selection selection() {
    return selection;
  }

  /** The last entry that is counted as before. */
  long after() {
    return after;
  }

  /** The last entry that is counted. */
  long upTo() {
    return upTo;
  }

  Balances opening() {
    return before.balances();
  }

  Balances closing() {
    return all.balances();
  }

  /** What moved in between, by where from and where to. */
  List<Move> totals() {
    return all.since(before).toList();
  }

  /** How many postings there are in between. */
  long count() {
    return all.since(before).count();
  }

  /** R + F − (A + H + C + D) at the end: zero, or the books are wrong. */
  long trialBalanceFen() {
    Balances it = closing();
    return it.receivedFen()
        + it.refundedFen()
        - it.availableFen()
        - it.heldFen()
        - it.committedFen()
        - it.disbursedFen();
  }

  /** All lines, in order, with no more than a few entries in memory at once. */
  void lines(Consumer<Line> each) {
    long seen = after;
    Moves now = Moves.of(before.toList());
    List<Long> next = shelf.next(seen, upTo, CHUNK);
    while (!next.isEmpty()) {
      for (Entry entry : journal.pick(next)) {
        add(entry, now, each);
      }
      seen = next.getLast();
      next = shelf.next(seen, upTo, CHUNK);
    }
    if (!now.balances().equals(closing())) {
      throw new IllegalStateException(
          "The lines of " + selection.name() + " do not add up to its closing balances");
    }
  }

  /** Some lines after an entry; entries are never cut. */
  LinePage page(long from, int limit) {
    long start = Math.max(from, after);
    Moves now = shelf.upTo(Math.min(start, upTo));
    List<Line> lines = new ArrayList<>();
    List<Long> next = shelf.next(start, upTo, limit);
    if (next.isEmpty()) {
      return new LinePage(lines, null);
    }
    for (Entry entry : journal.pick(next)) {
      add(entry, now, lines::add);
    }
    long last = next.getLast();
    return new LinePage(lines, shelf.next(last, upTo, 1).isEmpty() ? null : last);
  }

  private void add(Entry entry, Moves now, Consumer<Line> each) {
    for (Decided decided : entry.decisions()) {
      for (Booked booked : Booked.of(decided)) {
        if (selection.has(booked)) {
          now.add(Move.of(booked.posting()));
          each.accept(Line.of(entry, decided, booked, now.balances()));
        }
      }
    }
  }
}
