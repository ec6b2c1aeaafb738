package org.threefold.bench.ledger;

import java.util.List;

/**
 * What is asked of all books alike: so much of each of these funds moves for a project.
 *
 * @param client who asks
 * @param turn the how many-th of the client, from 0
 * @param project its number; no two clients have the same
 * @param funds their numbers, in order
 * @param fen of each fund
 */
record Command(int client, long turn, long project, Step step, List<Integer> funds, long fen) {

  /** The steps of a project's money, in order; in the end it is where it was. */
  enum Step {
    RESERVE(0, Pot.AVAILABLE, Pot.HELD),
    COMMIT(1, Pot.HELD, Pot.COMMITTED),
    RELEASE(2, Pot.COMMITTED, Pot.AVAILABLE);

    /** How many there are. */
    static final int ALL = 3;

    private final int place;
    private final Pot from;
    private final Pot to;

    Step(int place, Pot from, Pot to) {
      this.place = place;
      this.from = from;
      this.to = to;
    }

    /** From 0, in the order in which they are asked. */
    int place() {
      return place;
    }

    static Step at(long place) {
      return values()[Math.toIntExact(place)];
    }

    Pot from() {
      return from;
    }

    Pot to() {
      return to;
    }
  }

  /** The accounts of a fund that are moved between here. */
  enum Pot {
    AVAILABLE(0),
    HELD(1),
    COMMITTED(2);

    /** How many there are. */
    static final int ALL = 3;

    private final int place;

    Pot(int place) {
      this.place = place;
    }

    /** The number of this account among those of all funds. */
    int of(int fund) {
      return fund * ALL + place;
    }
  }

  Command {
    funds = List.copyOf(funds);
  }

  /** A number that no other command has. */
  long id() {
    return project * Step.ALL + step.place();
  }
}
