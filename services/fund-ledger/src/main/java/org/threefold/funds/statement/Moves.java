package org.threefold.funds.statement;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;

/** What moved, added up by where from and where to; what stands on the accounts follows from it. */
final class Moves {

  private record Way(Pot from, Pot to) {}

  private static final Comparator<Way> BY_ACCOUNT =
      Comparator.comparing(Way::from).thenComparing(Way::to);

  private final SortedMap<Way, Move> byWay = new TreeMap<>(BY_ACCOUNT);

  static Moves of(Iterable<Move> moves) {
    Moves all = new Moves();
    all.addAll(moves);
    return all;
  }

  Moves add(Move move) {
    byWay.merge(new Way(move.from(), move.to()), move, Move::plus);
    return this;
  }

  Moves addAll(Iterable<Move> moves) {
    moves.forEach(this::add);
    return this;
  }

  /** What moved since, where these are the earlier ones. */
  Moves since(Moves earlier) {
    Moves since = new Moves();
    byWay.forEach((way, move) -> {
      Move before = earlier.byWay.get(way);
      Move rest = before == null ? move : move.minus(before);
      if (rest.count() > 0) {
        since.add(rest);
      }
    });
    return since;
  }

  /** How many postings. */
  long count() {
    return byWay.values().stream().mapToLong(Move::count).sum();
  }

  List<Move> toList() {
    return List.copyOf(byWay.values());
  }

  /**
   * What stands on the accounts when all of it has moved.
   *
   * @throws ArithmeticException if that is more than can be counted
   */
  Balances balances() {
    Map<Pot, BigInteger> on = new EnumMap<>(Pot.class);
    for (Move move : byWay.values()) {
      on.merge(move.from(), move.fen().negate(), BigInteger::add);
      on.merge(move.to(), move.fen(), BigInteger::add);
    }
    return Balances.of(pot -> on.getOrDefault(pot, BigInteger.ZERO).longValueExact());
  }
}
