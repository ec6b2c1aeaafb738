package org.threefold.funds.journal;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.messaging.Cause;
import org.threefold.testkit.mongo.LocalMongo;

class AdHocSpeed {
  @Test
  void speed() throws Exception {
    try (var server = LocalMongo.inMemory(); var client = MongoClients.create(server.uri())) {
      var store = new MongoJournalStore(client.getDatabase("funds"));
      var meters = new SimpleMeterRegistry();
      try (var journal = new Journal<>(store, Till::open, new Publisher(store, new RecordingOutlet(), meters), JournalSettings.of("fund-ledger"), Clock.systemUTC(), meters)) {
        for (int round = 0; round < 4; round++) {
          int r = round;
          long start = System.nanoTime();
          List<Thread> threads = new ArrayList<>();
          for (int c = 0; c < 64; c++) {
            int cc = c;
            threads.add(Thread.ofVirtual().start(() -> {
              for (int i = 0; i < 700; i++) {
                journal.decide(new Till.Put("a", 1), new Cause.Asked("k" + r + "-" + cc + "-" + i, "h", null, "A", Instant.EPOCH, null));
              }
            }));
          }
          for (Thread t : threads) { t.join(); }
          double s = (System.nanoTime() - start) / 1e9;
          System.err.println("SPEED " + Math.round(64 * 700 / s) + "/s, seq " + journal.seq());
        }
      }
      long start = System.nanoTime();
      try (var again = new Journal<>(store, Till::open, new Publisher(store, new RecordingOutlet(), meters), JournalSettings.of("fund-ledger"), Clock.systemUTC(), meters)) {
        System.err.println("SPEED restart " + (System.nanoTime() - start) / 1e9 + " s for " + again.seq());
      }
    }
  }
}
