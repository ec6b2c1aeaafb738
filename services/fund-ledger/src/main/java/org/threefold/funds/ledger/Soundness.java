package org.threefold.funds.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Posting;

/**
 * What no command may break, whatever its rules say: the identity of domain §3.4.2, and that a plan
 * is held whole (FUND-002).
 */
final class Soundness {

  private Soundness() {}

  /** A command that would break either is refused, and the funds it touches are frozen. */
  static Optional<Outcome<Change>> objection(
      Outcome<Change> outcome, Accounts afterwards, FundBook book) {
    Set<FundId> broken = new TreeSet<>(Comparator.comparing(FundId::value));
    for (Posting posting : outcome.postings()) {
      Stream.of(posting.from(), posting.to())
          .map(Pot::fundOf)
          .filter(fund -> !Balances.of(fund, afterwards).hold(isFrozen(fund, outcome, book)))
          .forEach(broken::add);
    }
    outcome.changes().stream()
        .filter(Change.Held.class::isInstance)
        .map(Change.Held.class::cast)
        .filter(held -> !isWhole(held.plan(), outcome.postings()))
        .flatMap(held -> held.plan().lines().stream())
        .forEach(line -> broken.add(line.fund()));
    if (broken.isEmpty()) {
      return Optional.empty();
    }
    Draft freeze = new Draft(book, new Accounts());
    broken.stream()
        .flatMap(fund -> book.find(fund).stream())
        .forEach(fund -> Guarding.freeze(fund, FreezeReason.BROKEN_IDENTITY, freeze));
    return Optional.of(freeze.outcome());
  }

  private static boolean isFrozen(FundId fund, Outcome<Change> outcome, FundBook book) {
    return book.find(fund).filter(it -> it.status() == Fund.Status.FROZEN).isPresent()
        || outcome.changes().stream()
            .anyMatch(it -> it instanceof Change.Frozen frozen && frozen.id().equals(fund));
  }

  /** Whether every line of the plan is moved as it stands, and nothing else is held. */
  private static boolean isWhole(Plan plan, List<Posting> postings) {
    Map<String, Long> asked = new TreeMap<>();
    plan.lines().forEach(it -> asked.merge(Pot.HELD.of(it.fund()), it.amountFen(), Math::addExact));
    Map<String, Long> held = new TreeMap<>();
    postings.stream()
        .filter(it -> Pot.potOf(it.to()) == Pot.HELD)
        .forEach(it -> held.merge(it.to(), it.amount().fen(), Math::addExact));
    return asked.equals(held);
  }
}
