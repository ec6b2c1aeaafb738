package org.threefold.messaging;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/** Sees what a process writes, and dies with it where it must. */
final class FatalStore implements CommandListener {

  /** The points right before a write and right after it. */
  private record Around(Point before, Point after) {}

  private static final Around DECISION =
      new Around(Point.BEFORE_THE_WRITE, Point.AFTER_THE_WRITE_BEFORE_THE_HAND_OFF);
  private static final Around CLEAR = new Around(Point.BEFORE_THE_CLEAR, Point.AFTER_THE_CLEAR);
  private static final Around SEEN =
      new Around(Point.AFTER_THE_EFFECT_BEFORE_SEEN, Point.AFTER_SEEN_BEFORE_THE_COMMIT);

  private final Map<Integer, Around> running = new ConcurrentHashMap<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    around(event)
        .ifPresent(around -> {
          running.put(event.getRequestId(), around);
          Fate.passed(around.before);
        });
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    Around around = running.remove(event.getRequestId());
    if (around != null) {
      Fate.passed(around.after);
    }
  }

  private static Optional<Around> around(CommandStartedEvent event) {
    if (!event.getCommandName().equals("update")) {
      return Optional.empty();
    }
    BsonDocument command = event.getCommand();
    return switch (command.getString("update").getValue()) {
      case "tallies" -> Optional.of(isReplacement(command) ? DECISION : CLEAR);
      case "seen" -> Optional.of(SEEN);
      default -> Optional.empty();
    };
  }

  private static boolean isReplacement(BsonDocument command) {
    BsonDocument first = command.getArray("updates").get(0).asDocument();
    return first.getDocument("u").containsKey("_id");
  }
}
