package org.threefold.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.threefold.bench.ledger.PostgresKeeper.Way;

/** One connection with its statements, for one command at a time. */
final class PostgresTeller implements AutoCloseable {

  /** So much comes onto an account, or leaves it. */
  private record Move(int account, long fen) {}

  private final Connection connection;
  private final Way way;
  private final PreparedStatement transfer;
  private final PreparedStatement postings;
  private final PreparedStatement lock;
  private final PreparedStatement account;
  private final PreparedStatement moveOne;
  private final PreparedStatement moveMany;

  PostgresTeller(Connection connection, Way way, int lines) throws SQLException {
    this.connection = connection;
    this.way = way;
    connection.setAutoCommit(way == Way.FUNCTION);
    transfer = connection.prepareStatement("insert into transfer (id) values (?)");
    String rows = String.join(", ", Collections.nCopies(2 * lines, "(?, ?, ?)"));
    postings = connection.prepareStatement("insert into posting values " + rows);
    lock =
        connection.prepareStatement(
            "select id from account where id = any (?) order by id for update");
    account =
        connection.prepareStatement(
            "update account set balance = balance + ? where id = ? and balance + ? >= 0");
    moveOne = connection.prepareStatement("select move_one(?, ?, ?, ?)");
    moveMany = connection.prepareStatement("select move_many(?, ?, ?)");
  }

  /** Does it, and returns when it is committed. */
  void execute(Command command) throws SQLException {
    if (way != Way.FUNCTION) {
      inTransaction(command);
    } else if (command.funds().size() == 1) {
      int fund = command.funds().getFirst();
      moveOne.setLong(1, command.id());
      moveOne.setInt(2, command.step().from().of(fund));
      moveOne.setInt(3, command.step().to().of(fund));
      moveOne.setLong(4, command.fen());
      moveOne.execute();
    } else {
      List<Move> moves = moves(command);
      moveMany.setLong(1, command.id());
      moveMany.setArray(2, accounts(moves));
      moveMany.setArray(
          3, connection.createArrayOf("bigint", moves.stream().map(Move::fen).toArray()));
      moveMany.execute();
    }
  }

  private void inTransaction(Command command) throws SQLException {
    List<Move> moves = moves(command);
    // What nobody waits for comes first: a hot account is held for as short as can be.
    transfer.setLong(1, command.id());
    transfer.executeUpdate();
    int column = 1;
    for (Move move : moves) {
      postings.setLong(column++, command.id());
      postings.setInt(column++, move.account());
      postings.setLong(column++, move.fen());
    }
    postings.executeUpdate();
    if (way == Way.LOCKED) {
      lock.setArray(1, accounts(moves));
      lock.executeQuery().close();
    }
    for (Move move : moves) {
      account.setLong(1, move.fen());
      account.setInt(2, move.account());
      account.setLong(3, move.fen());
      account.addBatch();
    }
    for (int changed : account.executeBatch()) {
      if (changed != 1) {
        connection.rollback();
        throw new SQLException("Too little on an account for " + command);
      }
    }
    connection.commit();
  }

  /** In the order of the accounts, so that no two wait for each other. */
  private static List<Move> moves(Command command) {
    return command.funds().stream()
        .flatMap(fund ->
            Stream.of(
                new Move(command.step().from().of(fund), -command.fen()),
                new Move(command.step().to().of(fund), command.fen())))
        .sorted(Comparator.comparingInt(Move::account))
        .toList();
  }

  private java.sql.Array accounts(List<Move> moves) throws SQLException {
    return connection.createArrayOf("int", moves.stream().map(Move::account).toArray());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
