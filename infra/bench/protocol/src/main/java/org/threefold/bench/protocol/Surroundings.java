package org.threefold.bench.protocol;

import java.time.Duration;

/** Where broker and stores are, as the harness tells its children by their environment. */
public final class Surroundings {

  /** So long a new topic rests before anything is sent to it: Kafka clients lose records else. */
  public static final Duration SETTLE = Duration.ofMillis(500);

  private Surroundings() {}

  /** What Kafka clients put into {@code bootstrap.servers}. */
  public static String kafka() {
    return required("BENCH_KAFKA");
  }

  /** A MongoDB connection string without a database. */
  public static String mongo() {
    return required("BENCH_MONGO");
  }

  /** A JDBC URL of PostgreSQL with user and database in it; there is no password. */
  public static String postgres() {
    return required("BENCH_PG");
  }

  private static String required(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("The environment has no " + name);
    }
    return value;
  }
}
