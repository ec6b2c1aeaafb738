package org.threefold.bench.peers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Surroundings;
import org.threefold.bench.protocol.Where;

/** Needs and effects in PostgreSQL, in a schema for each way of working. */
public final class Tables {

  private final JdbcTemplate jdbc;

  /** The tables behind this template. */
  public Tables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the schema anew, with both tables empty. */
  public static void fresh(String schema) throws SQLException {
    try (Connection connection = DriverManager.getConnection(Surroundings.postgres());
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + schema + " cascade");
      statement.execute("create schema " + schema);
      statement.execute(
          "create table "
              + schema
              + ".need (id text primary key, version bigint not null, words text not null)");
      statement.execute(
          "create table " + schema + ".effect (id text primary key, times int not null)");
    }
  }

  /** How Spring reaches the schema; the driver prepares statements and joins batches. */
  public static Map<String, Object> settings(String schema) {
    String url = Surroundings.postgres();
    return Map.of(
        "spring.datasource.url",
        url
            + (url.contains("?") ? "&" : "?")
            + "currentSchema="
            + schema
            + "&reWriteBatchedInserts=true&prepareThreshold=1");
  }

  /**
   * Where the outcome lies.
   *
   * @param pending counts what is still to be said
   */
  public static Where where(String schema, String pending, Run run) {
    return new Where(
        Where.Store.POSTGRES,
        "select id from " + schema + ".need",
        pending,
        "select id, times from " + schema + ".effect",
        null,
        run.topic(),
        run.name(),
        null);
  }

  /** Keeps the aggregate; in the transaction of the caller. */
  public void keep(NeedCollected fact) {
    jdbc.update(
        "insert into need (id, version, words) values (?, 1, ?)", fact.need(), fact.words());
  }

  /** Keeps one effect for each that has none yet, in one statement, and tells them. */
  public void effect(List<String> ids, Effects effects) {
    List<String> fresh =
        jdbc.query(
            """
            insert into effect (id, times) select distinct unnest(?::text[]), 1
            on conflict (id) do nothing returning id
            """,
            set -> {
              set.setArray(1, set.getConnection().createArrayOf("text", ids.toArray()));
            },
            (row, _) -> row.getString(1));
    fresh.forEach(effects::stored);
    effects.seenAgain(ids.size() - fresh.size());
  }
}
