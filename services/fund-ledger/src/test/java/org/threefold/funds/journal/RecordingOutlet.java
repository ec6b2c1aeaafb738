package org.threefold.funds.journal;

import java.util.ArrayList;
import java.util.List;
import org.threefold.messaging.NotDelivered;
import org.threefold.messaging.Outlet;

/** Remembers what was said, and can be away. */
public final class RecordingOutlet implements Outlet {

  private final List<String> said = new ArrayList<>();
  private volatile boolean away;

  @Override
  public void send(List<Outgoing> facts) {
    if (away) {
      throw new NotDelivered("The broker is away");
    }
    synchronized (this) {
      facts.forEach(fact -> said.add(fact.attributes().id()));
    }
  }

  /** From now on nothing arrives, or all does. */
  public void isAway(boolean nowAway) {
    away = nowAway;
  }

  /** The ids of all facts that arrived, in order, repeats included. */
  public synchronized List<String> said() {
    return List.copyOf(said);
  }
}
