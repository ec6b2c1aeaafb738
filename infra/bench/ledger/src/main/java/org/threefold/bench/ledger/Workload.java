package org.threefold.bench.ledger;

import java.util.List;
import java.util.stream.IntStream;
import org.threefold.bench.ledger.Command.Step;

/**
 * The commands of all clients, the same ones in each run: each client leads one project after the
 * other through all steps.
 *
 * @param name the row it is told in
 * @param funds how many there are
 * @param lines over how many of them a reservation is split
 */
record Workload(String name, int clients, int funds, int lines) {

  /** What stands on each fund at the beginning: more than all clients can hold. */
  static final long MONEY_FEN = 1_000_000_000_000L;

  private static final int MOST_FEN = 1_000;

  /** What this client asks after so many others. */
  Command command(int client, long turn) {
    long project = client + turn / Step.ALL * clients;
    // Mixed, so that neighbours do not choose neighbours.
    long mixed = ((project + 1) * 0x9E3779B97F4A7C15L) >>> 24;
    int first = (int) (mixed % funds);
    return new Command(
        client,
        turn,
        project,
        Step.at(turn % Step.ALL),
        IntStream.range(0, lines).map(line -> (first + line) % funds).sorted().boxed().toList(),
        1 + mixed % MOST_FEN);
  }

  /** The command with this project and step. */
  Command command(long project, Step step) {
    return command(Math.toIntExact(project % clients), project / clients * Step.ALL + step.place());
  }

  /** All funds. */
  List<Integer> allFunds() {
    return IntStream.range(0, funds).boxed().toList();
  }
}
