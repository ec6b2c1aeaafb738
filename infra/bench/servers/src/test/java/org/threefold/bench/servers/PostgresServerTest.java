package org.threefold.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path home;

  @BeforeAll
  static void only_where_it_is_installed() {
    assumeTrue(PostgresServer.isInstalled(), "PostgreSQL is not installed");
  }

  @Test
  void what_was_committed_is_there_after_all_its_processes_were_killed() throws Exception {
    try (PostgresServer server = PostgresServer.start(home)) {
      execute(server, "create table kept (n int)", "insert into kept values (7)");
      server.kill();
    }
    try (PostgresServer again = PostgresServer.start(home)) {
      assertThat(ask(again, "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void settings_of_the_caller_count_more_than_the_usual_ones() throws Exception {
    try (PostgresServer server = PostgresServer.start(home, Map.of("fsync", "on"))) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "show shared_buffers")).isEqualTo("256MB");
    }
  }

  @Test
  void the_time_of_a_connection_that_has_ended_is_not_forgotten() throws Exception {
    try (PostgresServer server = PostgresServer.start(home)) {
      double before = server.cpuSeconds();
      assertThat(ask(server, "select sum(n) from generate_series(1, 2000000) as of(n)"))
          .isEqualTo("2000001000000");
      assertThat(server.cpuSeconds()).isGreaterThan(before);
    }
  }

  private static void execute(PostgresServer server, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String ask(PostgresServer server, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
