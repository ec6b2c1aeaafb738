package org.threefold.funds.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.threefold.access.Role;
import org.threefold.events.FundType;

/** A fund as the reference knows it: six numbers, and whether they may move. */
final class ReferenceFund {

  /** How far an agreement of two persons of two sides has come. */
  enum Agreement {
    REFUSED,
    AWAITED,
    REACHED
  }

  private static final Set<FundType> WITHOUT_A_YEAR =
      EnumSet.of(FundType.MICRO, FundType.FEE, FundType.DONATION);

  private record Word(String terms, String person, Role side) {}

  final FundType type;
  final int year;
  long received;
  long available;
  long held;
  long committed;
  long disbursed;
  long refunded;
  boolean frozen;
  boolean closed;
  private Word word = new Word("", "", Role.AUDITOR);

  ReferenceFund(FundType type, int year) {
    this.type = type;
    this.year = year;
  }

  boolean isOpen() {
    return !frozen && !closed;
  }

  boolean isOver(LocalDate today) {
    return !WITHOUT_A_YEAR.contains(type) && today.getYear() > year;
  }

  boolean isInYear(LocalDate today) {
    return WITHOUT_A_YEAR.contains(type) || today.getYear() == year;
  }

  void freeze() {
    frozen = true;
    forget();
  }

  void unfreeze() {
    frozen = false;
    forget();
  }

  private void forget() {
    word = new Word("", "", Role.AUDITOR);
  }

  Agreement agree(String terms, String person, Role side) {
    if (side != Role.FINANCE && side != Role.CAB) {
      return Agreement.REFUSED;
    }
    if (word.terms().equals(terms) && word.side() != side) {
      return word.person().equals(person) ? Agreement.REFUSED : Agreement.REACHED;
    }
    word = new Word(terms, person, side);
    return Agreement.AWAITED;
  }

  Balances balances() {
    return new Balances(received, held, committed, disbursed, refunded, available);
  }
}
