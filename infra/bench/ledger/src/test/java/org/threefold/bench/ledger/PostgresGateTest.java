package org.threefold.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.bench.ledger.PostgresKeeper.Way;
import org.threefold.bench.servers.PostgresServer;

class PostgresGateTest {

  private static final Workload TWO_LINES = new Workload("test", 2, 4, 2);
  private static final Workload ONE_LINE = new Workload("test", 2, 4, 1);
  private static final int TURNS = 5;
  private static final long[] ALL = {TURNS, TURNS};

  @TempDir static Path home;
  private static PostgresServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    assumeTrue(PostgresServer.isInstalled(), "PostgreSQL is not installed");
    server = PostgresServer.start(home);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_way_keeps_books_that_pass(Way way) throws Exception {
    for (Workload workload : new Workload[] {ONE_LINE, TWO_LINES}) {
      try (Keeper.Books books = kept(way, workload)) {
        assertThat(books.wrong(ALL)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_way_refuses_what_there_is_no_money_for(Way way) throws Exception {
    try (Keeper.Books books = new PostgresKeeper(server, way, 1).open(ONE_LINE)) {
      // Nothing is held yet that could be promised.
      assertThatThrownBy(() -> books.execute(ONE_LINE.command(0, 1)))
          .isInstanceOf(SQLException.class);
      assertThat(books.wrong(new long[2])).isEmpty();
    }
  }

  @Test
  void a_command_that_was_acknowledged_and_is_not_there_is_found() throws Exception {
    try (Keeper.Books books = kept(Way.PLAIN, ONE_LINE)) {
      assertThat(books.wrong(new long[] {TURNS, TURNS + 1}))
          .containsExactly("command 5 of client 1 is lost");
    }
  }

  @Test
  void a_transfer_that_was_taken_away_is_a_lost_command() throws Exception {
    try (Keeper.Books books = kept(Way.PLAIN, ONE_LINE)) {
      execute("delete from transfer where id = 5");
      assertThat(books.wrong(ALL))
          .contains("command 2 of client 1 is lost", "5 is a posting without transfer");
    }
  }

  @Test
  void a_balance_that_is_not_the_sum_of_its_postings_is_found() throws Exception {
    try (Keeper.Books books = kept(Way.FUNCTION, ONE_LINE)) {
      execute("update account set balance = balance + 1 where id = 0");
      assertThat(books.wrong(ALL))
          .containsExactly(
              "0 is an account that is not the sum of its postings",
              "1 is what all accounts together hold");
    }
  }

  @Test
  void a_posting_that_is_one_sided_is_found() throws Exception {
    try (Keeper.Books books = kept(Way.LOCKED, ONE_LINE)) {
      execute("delete from posting where transfer = 0 and amount > 0");
      assertThat(books.wrong(ALL))
          .anyMatch(it -> it.startsWith("transfer 0 is not what was asked"));
    }
  }

  private static Keeper.Books kept(Way way, Workload workload) throws Exception {
    Keeper.Books books = new PostgresKeeper(server, way, 2).open(workload);
    for (int turn = 0; turn < TURNS; turn++) {
      books.execute(workload.command(0, turn));
      books.execute(workload.command(1, turn));
    }
    return books;
  }

  private static void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement it = connection.createStatement()) {
      it.execute(statement);
    }
  }
}
