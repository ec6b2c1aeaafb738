package org.threefold.bench.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.threefold.bench.protocol.Resident;
import org.threefold.funds.journal.MongoJournalStore;
import org.threefold.funds.ledger.Desk;

/** Opens the ledger on a journal there is, says how long that took, and what it then holds. */
final class RestartedLedger {

  /** Last entry, milliseconds, kilobytes of live objects, kilobytes resident at most. */
  static final String READY = "ready ";

  private RestartedLedger() {}

  /** The store's connection string, and the database. */
  public static void main(String[] arguments) {
    try (MongoClient client = MongoClients.create(arguments[0])) {
      MongoJournalStore store = new MongoJournalStore(client.getDatabase(arguments[1]));
      long began = System.nanoTime();
      try (Desk desk = Desk.open(store)) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        long resident = Resident.mostKb(ProcessHandle.current().pid());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        System.out.println(READY + desk.seq() + " " + millis + " " + heap + " " + resident);
      }
    }
  }
}
