package org.threefold.e2e.checking;

import java.time.Duration;
import java.util.Map;

/** Checks a county that is up, and says what it found. */
public final class CheckMain {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private CheckMain() {}

  /** No arguments; broker, store and prefix are named by the variables that the services read. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    String broker = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:29092");
    String store = environment.getOrDefault("MONGODB_URI", "mongodb://localhost:27117");
    String prefix = environment.getOrDefault("THREEFOLD_MESSAGING_TOPIC_PREFIX", "");
    Report report;
    try {
      report = new Checker(broker, store, prefix).checkAtRest(PATIENCE);
    } catch (RuntimeException away) {
      System.out.println("The county at " + broker + " cannot be checked: " + away.getMessage());
      System.exit(1);
      return;
    }
    report.lines().forEach(System.out::println);
    System.out.println(
        report.isClean() ? "Everything fits together." : "The county does not fit together.");
    System.exit(report.isClean() ? 0 : 1);
  }
}
