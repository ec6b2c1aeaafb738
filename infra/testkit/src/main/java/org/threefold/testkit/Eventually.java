package org.threefold.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/**
 * How long a test waits for what happens elsewhere: one limit for all, so that none is invented.
 */
public final class Eventually {

  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(20);

  private Eventually() {}

  /** Repeats the assertions until they hold; fails with the last failure after the limit. */
  public static void eventually(ThrowingRunnable assertions) {
    waiting().untilAsserted(assertions);
  }

  /** Waits until this is so; {@code what} names it in the failure. */
  public static void eventually(String what, Callable<Boolean> condition) {
    waiting().alias(what).until(condition);
  }

  /** The same with a limit of its own, for what is known to take long. */
  public static void eventually(String what, Duration limit, Callable<Boolean> condition) {
    waiting().alias(what).atMost(limit).until(condition);
  }

  private static ConditionFactory waiting() {
    return await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(POLL);
  }
}
