package org.threefold.bench.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which commands were found, against which were acknowledged: each of these once. */
final class Commands {

  private final long[] acknowledged;
  private final BitSet[] found;
  private final List<String> wrong = new ArrayList<>();

  Commands(Workload workload, long[] acknowledged) {
    this.acknowledged = acknowledged.clone();
    this.found = new BitSet[workload.clients()];
    for (int client = 0; client < found.length; client++) {
      found[client] = new BitSet();
    }
  }

  void found(int client, long turn) {
    int index = Math.toIntExact(turn);
    if (found[client].get(index)) {
      wrong.add("command " + turn + " of client " + client + " is there twice");
    }
    found[client].set(index);
  }

  /** A command that was stored and not acknowledged is no fault; the load leaves none behind. */
  List<String> wrong() {
    List<String> all = new ArrayList<>(wrong);
    for (int client = 0; client < found.length; client++) {
      int missing = found[client].nextClearBit(0);
      if (missing < acknowledged[client]) {
        all.add("command " + missing + " of client " + client + " is lost");
      }
    }
    return all;
  }
}
