package org.threefold.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.threefold.bench.ledger.Command.Pot;

/** The tables of double entry, and the functions that do a whole command. */
final class PostgresTables {

  /** Where the money of the funds comes from; the only account that may be below zero. */
  static final int OUTSIDE = -1;

  /** What no command has: the transfer that filled the funds. */
  static final long OPENING = -1;

  // A transfer's key keeps a command from being done twice. Accounts leave room in their pages, so
  // that an update need not touch the index.
  private static final String TABLES =
      """
      create table transfer (id bigint primary key, at timestamptz not null default now());
      create table posting (
        transfer bigint not null, account int not null, amount bigint not null);
      create table account (
        id int primary key, balance bigint not null) with (fillfactor = 20);
      """;

  private static final String FUNCTIONS =
      """
      create function move_one(command bigint, debit int, credit int, fen bigint)
      returns void language plpgsql as $$
      begin
        insert into transfer (id) values (command);
        insert into posting values (command, debit, -fen), (command, credit, fen);
        if debit < credit then
          update account set balance = balance - fen where id = debit and balance >= fen;
          if not found then raise exception 'too little on %', debit; end if;
          update account set balance = balance + fen where id = credit;
        else
          update account set balance = balance + fen where id = credit;
          update account set balance = balance - fen where id = debit and balance >= fen;
          if not found then raise exception 'too little on %', debit; end if;
        end if;
      end $$;
      create function move_many(command bigint, accounts int[], fens bigint[])
      returns void language plpgsql as $$
      begin
        insert into transfer (id) values (command);
        insert into posting select command, a, f from unnest(accounts, fens) as it(a, f);
        for i in 1 .. array_length(accounts, 1) loop
          update account set balance = balance + fens[i]
            where id = accounts[i] and balance + fens[i] >= 0;
          if not found then raise exception 'too little on %', accounts[i]; end if;
        end loop;
      end $$;
      """;

  private PostgresTables() {}

  /** Makes all of it anew, with money on every fund; nothing is left over to be written later. */
  static void fresh(Connection connection, Workload workload) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
      statement.execute(TABLES);
      statement.execute(FUNCTIONS);
      statement.execute("insert into transfer (id) values (" + OPENING + ")");
      open(connection, OUTSIDE, -workload.funds() * Workload.MONEY_FEN);
      for (int fund : workload.allFunds()) {
        for (Pot pot : Pot.values()) {
          open(connection, pot.of(fund), pot == Pot.AVAILABLE ? Workload.MONEY_FEN : 0);
        }
      }
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  private static void open(Connection connection, int account, long fen) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement("insert into account values (?, ?)")) {
      row.setInt(1, account);
      row.setLong(2, fen);
      row.executeUpdate();
    }
    try (PreparedStatement row =
        connection.prepareStatement("insert into posting values (?, ?, ?)")) {
      row.setLong(1, OPENING);
      row.setInt(2, account);
      row.setLong(3, fen);
      row.executeUpdate();
    }
  }
}
