package org.threefold.bench.harness;

import org.threefold.bench.protocol.Answer;

/**
 * What one block of load came to.
 *
 * @param perSecond facts from the first write to the last effect
 * @param client processor seconds of the subject for 1,000 facts
 * @param broker the same of the broker
 * @param store the same of the store
 * @param logBytes the broker's log grew by so much for each fact
 * @param netBytes bytes over the loopback for each fact
 */
record Block(
    double perSecond,
    double client,
    double broker,
    double store,
    double logBytes,
    double netBytes,
    int saidAgain) {

  double cpu() {
    return client + broker + store;
  }

  /** The processor seconds so far, and what lies and flows. */
  record Meter(double client, double broker, double store, long log, long net) {

    static Meter read(SubjectProcess subject, Servers servers, String topics) {
      return new Meter(
          subject.cpuSeconds(),
          servers.brokerSeconds(),
          servers.storeSeconds(),
          servers.logBytes(topics),
          Servers.loopbackBytes());
    }

    Block until(Meter end, Answer.Burst burst, int saidAgain) {
      double thousands = burst.events() / 1000.0;
      return new Block(
          burst.events() * 1e9 / burst.totalNanos(),
          (end.client - client) / thousands,
          (end.broker - broker) / thousands,
          (end.store - store) / thousands,
          (double) (end.log - log) / burst.events(),
          (double) (end.net - net) / burst.events(),
          saidAgain);
    }
  }
}
