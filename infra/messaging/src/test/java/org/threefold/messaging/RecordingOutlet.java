package org.threefold.messaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outlet in memory that fails on demand: before it has anything, or after it has all of it. */
final class RecordingOutlet implements Outlet {

  enum Failure {
    NONE,
    BEFORE,
    AFTER
  }

  private final List<Outgoing> said = Collections.synchronizedList(new ArrayList<>());
  private volatile Failure failure = Failure.NONE;
  private volatile int failures;

  void fail(Failure how, int times) {
    failures = times;
    failure = how;
  }

  @Override
  public synchronized void send(List<Outgoing> facts) {
    Failure how = failures > 0 ? failure : Failure.NONE;
    failures = Math.max(0, failures - 1);
    if (how == Failure.BEFORE) {
      throw new NotDelivered("The broker is away");
    }
    said.addAll(facts);
    if (how == Failure.AFTER) {
      throw new NotDelivered("The acknowledgement was lost");
    }
  }

  List<String> ids() {
    synchronized (said) {
      return said.stream().map(it -> it.attributes().id()).toList();
    }
  }

  /**
   * How each stream arrived, duplicates dropped as a consumer would: only what is one higher than
   * the last counts.
   */
  Map<String, Long> versionsInOrder() {
    Map<String, Long> last = new LinkedHashMap<>();
    synchronized (said) {
      for (Outgoing one : said) {
        String stream = one.attributes().stream().toString();
        long before = last.getOrDefault(stream, 0L);
        long now = one.attributes().version();
        if (now > before + 1) {
          throw new AssertionError(stream + " jumped from " + before + " to " + now);
        }
        last.put(stream, Math.max(before, now));
      }
    }
    return last;
  }
}
