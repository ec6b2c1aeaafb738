package org.threefold.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Keeps the in-process servers from talking: their start banners are hundreds of lines. Only where
 * Logback is the logging backend, and only loggers nobody has set a level for; a Spring application
 * resets all levels when it starts and names them under {@code logging.level} instead.
 */
public final class Quiet {

  private Quiet() {}

  /** Sets each logger to its level, unless it has one already. */
  public static void loggers(Map<String, String> levels) {
    try {
      apply(levels);
    } catch (NoClassDefFoundError _) {
      // Another logging backend: it has its own configuration, and nothing breaks without ours.
    }
  }

  private static void apply(Map<String, String> levels) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      levels.forEach((name, level) -> {
        var logger = context.getLogger(name);
        if (logger.getLevel() == null) {
          logger.setLevel(Level.toLevel(level));
        }
      });
    }
  }
}
