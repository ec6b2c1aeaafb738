package org.threefold.messaging;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;

/** Tries what may fail, a bounded number of times, and counts what comes of it. */
final class Attempts {

  private final String topic;
  private final int most;
  private final MeterRegistry meters;

  Attempts(String topic, int most, MeterRegistry meters) {
    this.topic = topic;
    this.most = most;
    this.meters = meters;
  }

  /**
   * Handles something, again if that fails; what it throws at last reaches the caller.
   *
   * @throws TryLater at once, if something cannot be reached
   */
  void run(Runnable handling) {
    for (int attempt = 1; ; attempt++) {
      try {
        handling.run();
        return;
      } catch (StoreUnavailable | Busy | Contended | NotDelivered | MongoException away) {
        throw new TryLater("Handling must wait", away);
      } catch (Unfit | KeyReused forGood) {
        throw forGood;
      } catch (RuntimeException failed) {
        if (attempt >= most) {
          throw failed;
        }
        count("retried");
      }
    }
  }

  /** One more record of the topic came to this. */
  void count(String outcome) {
    meters.counter("threefold.heard", "topic", topic, "outcome", outcome).increment();
  }
}
