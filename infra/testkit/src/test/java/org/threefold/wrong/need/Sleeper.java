package org.threefold.wrong.need;

import java.time.Duration;

/** Waits and hopes. */
class Sleeper {

  void sleep() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(1));
  }
}
