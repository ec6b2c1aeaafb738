package org.threefold.bench.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.threefold.bench.ledger.Command.Step;

/**
 * Finds what is wrong with double entry in PostgreSQL: an acknowledged command that is not there, a
 * transfer that moved something else than was asked, debits that are not credits, a balance that is
 * not the sum of its postings, or below zero.
 */
final class PostgresGate {

  private final Workload workload;
  private final Commands commands;
  private final List<String> wrong = new ArrayList<>();

  PostgresGate(Workload workload, long[] acknowledged) {
    this.workload = workload;
    this.commands = new Commands(workload, acknowledged);
  }

  List<String> wrong(Connection connection) throws SQLException {
    connection.setAutoCommit(false); // Or the driver would read all rows at once.
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet rows =
          statement.executeQuery(
              """
              select t.id, count(p.*), coalesce(sum(p.amount), 0),
                coalesce(sum(p.amount) filter (where p.amount > 0), 0)
              from transfer t left join posting p on p.transfer = t.id
              where t.id >= 0 group by t.id
              """)) {
        while (rows.next()) {
          check(rows.getLong(1), rows.getInt(2), rows.getLong(3), rows.getLong(4));
        }
      }
      wrong.addAll(commands.wrong());
      none(
          statement,
          "is a posting without transfer",
          """
          select p.transfer from posting p left join transfer t on t.id = p.transfer
          where t.id is null
          """);
      none(
          statement,
          "is an account that is not the sum of its postings",
          """
          select a.id from account a left join posting p on p.account = a.id
          group by a.id, a.balance having a.balance <> coalesce(sum(p.amount), 0)
          """);
      none(
          statement,
          "is an account below zero",
          "select id from account where balance < 0 and id <> " + PostgresTables.OUTSIDE);
      none(
          statement,
          "is what all accounts together hold",
          "select sum(balance) from account having sum(balance) <> 0");
    }
    connection.rollback();
    return List.copyOf(wrong);
  }

  private void check(long id, int postings, long sum, long credits) {
    int steps = Step.ALL;
    Command command = workload.command(id / steps, Step.at(id % steps));
    commands.found(command.client(), command.turn());
    if (sum != 0
        || postings != 2 * command.funds().size()
        || credits != command.fen() * command.funds().size()) {
      wrong.add("transfer " + id + " is not what was asked: " + command);
    }
  }

  private void none(Statement statement, String what, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        wrong.add(rows.getString(1) + " " + what);
      }
    }
  }
}
