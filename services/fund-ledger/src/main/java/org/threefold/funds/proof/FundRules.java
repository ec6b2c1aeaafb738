package org.threefold.funds.proof;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundId;
import org.threefold.events.NotAFact;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.journal.Proof;
import org.threefold.funds.journal.Proof.Breach;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;
import org.threefold.messaging.Outlet.Outgoing;

/**
 * What must hold of every fund after every decision: H, C ≥ 0, D ≥ F ≥ 0, R + F = A + H + C + D
 * (domain §3.4.2), A ≥ 0 unless it is frozen, and that this is what the county was told.
 *
 * @param frozen the funds that are frozen now
 */
record FundRules(Set<FundId> frozen) implements Proof.Rule {

  /** What holds at the beginning. */
  static final FundRules FIRST = new FundRules(Set.of());

  private static final String BALANCE_CHANGED = EventTypes.typeOf(FundBalanceChanged.class);
  private static final String FROZEN = EventTypes.typeOf(FundFrozen.class);
  private static final String UNFROZEN = EventTypes.typeOf(FundUnfrozen.class);

  FundRules {
    frozen = Set.copyOf(frozen);
  }

  @Override
  public FundRules after(Decided decided) {
    Set<FundId> now = new HashSet<>(frozen);
    for (Outgoing fact : decided.facts()) {
      String type = fact.attributes().type();
      if (type.equals(FROZEN)) {
        now.add(new FundId(fact.attributes().stream().id()));
      } else if (type.equals(UNFROZEN)) {
        now.remove(new FundId(fact.attributes().stream().id()));
      }
    }
    return now.equals(frozen) ? this : new FundRules(now);
  }

  @Override
  public Optional<Breach> breach(Decided decided, Accounts afterwards) {
    Set<FundId> touched = new LinkedHashSet<>();
    for (Posting posting : decided.postings()) {
      for (String account : new String[] {posting.from(), posting.to()}) {
        FundId fund = fundOf(account);
        if (fund == null) {
          return Optional.of(new Breach("there is no account " + account, null));
        }
        touched.add(fund);
      }
    }
    for (FundId fund : touched) {
      Balances balances = Balances.of(fund, afterwards);
      if (!balances.hold(frozen.contains(fund))) {
        return breach(fund, "what stands on it cannot be: " + balances);
      }
    }
    return untold(decided, touched, afterwards);
  }

  private static Optional<Breach> untold(
      Decided decided, Set<FundId> touched, Accounts afterwards) {
    Set<FundId> told = new HashSet<>();
    for (Outgoing fact : decided.facts()) {
      if (fact.attributes().type().equals(BALANCE_CHANGED)) {
        FundBalanceChanged said;
        try {
          said = EventCodec.read(FundBalanceChanged.class, fact.data());
        } catch (NotAFact unreadable) {
          return Optional.of(new Breach(fact.attributes().id() + " says no balances", null));
        }
        Balances sums = Balances.of(said.fund(), afterwards);
        if (!Balances.of(said).equals(sums)) {
          return breach(
              said.fund(), "told was " + Balances.of(said) + ", the postings add up to " + sums);
        }
        told.add(said.fund());
      }
    }
    return touched.stream()
        .filter(fund -> !told.contains(fund))
        .findFirst()
        .flatMap(fund -> breach(fund, "it was touched, and nobody was told"));
  }

  private static Optional<Breach> breach(FundId fund, String reason) {
    return Optional.of(new Breach("fund " + fund + ": " + reason, fund.value()));
  }

  private static @Nullable FundId fundOf(String account) {
    try {
      Pot _ = Pot.potOf(account);
      return Pot.fundOf(account);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
      return null;
    }
  }
}
