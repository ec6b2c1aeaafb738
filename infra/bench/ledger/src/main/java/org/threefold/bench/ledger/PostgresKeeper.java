package org.threefold.bench.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.threefold.bench.servers.PostgresServer;

/**
 * Double entry as one writes it in PostgreSQL: a transfer, its postings, and the accounts they
 * change, in a transaction for each command.
 */
final class PostgresKeeper implements Keeper {

  /** How the transaction is made. */
  enum Way {
    /** Guarded updates, accounts in order, so that nobody waits for each other. */
    PLAIN("postgres"),
    /** The same after {@code select … for update} of the accounts. */
    LOCKED("postgres.locked"),
    /** All of it in a function on the server: one question, one answer. */
    FUNCTION("postgres.function");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  private final PostgresServer server;
  private final Way way;
  private final int connections;

  PostgresKeeper(PostgresServer server, Way way, int connections) {
    this.server = server;
    this.way = way;
    this.connections = connections;
  }

  @Override
  public String name() {
    return way.label;
  }

  int connections() {
    return connections;
  }

  @Override
  public double storeSeconds() {
    return server.cpuSeconds();
  }

  @Override
  public Books open(Workload workload) throws SQLException {
    // Statements are prepared on the server at their first use, as any pool can be told.
    String url = server.url() + "&prepareThreshold=1";
    try (Connection connection = DriverManager.getConnection(url)) {
      PostgresTables.fresh(connection, workload);
    }
    List<PostgresTeller> tellers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      tellers.add(new PostgresTeller(DriverManager.getConnection(url), way, workload.lines()));
    }
    return new PostgresBooks(
        workload, url, tellers, new ArrayBlockingQueue<>(connections, false, tellers));
  }

  private record PostgresBooks(
      Workload workload,
      String url,
      List<PostgresTeller> tellers,
      BlockingQueue<PostgresTeller> free)
      implements Books {

    @Override
    public void execute(Command command) throws SQLException, InterruptedException {
      PostgresTeller teller = free.take();
      try {
        teller.execute(command);
      } finally {
        free.add(teller);
      }
    }

    @Override
    public List<String> wrong(long[] acknowledged) throws SQLException {
      try (Connection connection = DriverManager.getConnection(url)) {
        return new PostgresGate(workload, acknowledged).wrong(connection);
      }
    }

    @Override
    public void close() throws SQLException {
      for (PostgresTeller teller : tellers) {
        teller.close();
      }
    }
  }
}
