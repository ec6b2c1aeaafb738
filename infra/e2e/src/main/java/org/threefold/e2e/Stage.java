package org.threefold.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.threefold.local.CountyApi;
import org.threefold.local.CountyApi.Answer;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/**
 * Where a story is played: sends commands, and waits for what follows from them in other services.
 *
 * <p>Every command has a request key. If the county goes away in the middle of a story, the same
 * command is sent again with the same key until it is back, so the story goes on and nothing
 * happens twice.
 */
final class Stage {

  /** How long something may take to travel from one service to another. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long the county may be away. */
  private static final Duration ABSENCE = Duration.ofMinutes(5);

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  /** Nobody has told intake yet that this worker may lead cases. */
  private static final String NOT_ENTITLED = "NEED-020";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration KNOCK_AGAIN = Duration.ofSeconds(1);

  private final CountyApi api;
  private final String run;
  private int commands;

  /** How long the county has been away, all in all. */
  private Duration away = Duration.ZERO;

  /**
   * A stage for one playing.
   *
   * @param run makes the request keys of this playing its own
   */
  Stage(CountyApi api, String run) {
    this.api = api;
    this.run = run;
  }

  /** Sends a command and gives what it answers. */
  JsonNode post(String persona, Part part, String path, Object body) {
    String key = run + "-" + ++commands;
    Answer answer = patiently(() -> api.post(persona, part, path, key, body));
    if (!answer.ok()) {
      throw new StoryFailed(persona + " at " + path + ": " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  /**
   * Sends a command that rests on what another service has said, again and again until that has
   * arrived: a refusal by a rule stores nothing, so the same request may be made again.
   */
  JsonNode postWhenHeard(String persona, Part part, String path, Object body) {
    String key = run + "-" + ++commands;
    Answer[] last = new Answer[1];
    await(
        () -> {
          last[0] = patiently(() -> api.post(persona, part, path, key, body));
          return !restsOnMore(last[0]);
        },
        () -> persona + " at " + path + ": " + last[0]);
    if (!last[0].ok()) {
      throw new StoryFailed(persona + " at " + path + ": " + last[0]);
    }
    return last[0].body();
  }

  private static boolean restsOnMore(Answer answer) {
    return answer.status() == CONFLICT
        || answer.status() == NOT_FOUND
        || answer.body().path("code").asString("").equals(NOT_ENTITLED);
  }

  /** Sends a command that must be refused, and gives the code of the refusal. */
  String refused(String persona, Part part, String path, Object body) {
    String key = run + "-" + ++commands;
    Answer answer = patiently(() -> api.post(persona, part, path, key, body));
    if (answer.ok()) {
      throw new StoryFailed(persona + " at " + path + " should have been refused");
    }
    return answer.body().path("code").asString();
  }

  /** Reads something that must be there. */
  JsonNode get(String persona, Part part, String path) {
    Answer answer = patiently(() -> api.get(persona, part, path));
    if (!answer.ok()) {
      throw new StoryFailed(persona + " at " + path + ": " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  /** Reads something until it is there and as it should be. */
  JsonNode awaitThat(String persona, Part part, String path, Predicate<JsonNode> as) {
    Answer[] last = new Answer[1];
    await(
        () -> {
          last[0] = patiently(() -> api.get(persona, part, path));
          return last[0].ok() && as.test(last[0].body());
        },
        () -> path + " did not become as it should; it is " + last[0]);
    return last[0].body();
  }

  /** Reads something until a field has a value. */
  JsonNode awaitField(String persona, Part part, String path, String field, String value) {
    return awaitThat(persona, part, path, body -> body.path(field).asString("").equals(value));
  }

  /** The county's time. */
  Instant now() {
    return patiently(api::now);
  }

  /** Moves the county's time on. */
  void advance(Duration by) {
    Instant before = now();
    patiently(() -> {
      if (now().isBefore(before.plus(by))) {
        api.advance(by);
      }
      return true;
    });
  }

  /** Looks until it is so; while the county is away, nothing can travel, and that time is given. */
  private void await(BooleanSupplier done, Supplier<String> otherwise) {
    Instant begin = Instant.now();
    Duration awayBefore = away;
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(begin.plus(PATIENCE).plus(away.minus(awayBefore)))) {
        throw new StoryFailed(otherwise.get());
      }
      pause(LOOK_AGAIN);
    }
  }

  /** Asks again while the county is away. */
  private <T> T patiently(Supplier<T> ask) {
    Instant begin = Instant.now();
    boolean missed = false;
    while (true) {
      try {
        T answer = ask.get();
        if (missed) {
          away = away.plus(Duration.between(begin, Instant.now()));
        }
        return answer;
      } catch (IllegalStateException gone) {
        missed = true;
        if (Instant.now().isAfter(begin.plus(ABSENCE))) {
          throw gone;
        }
        pause(KNOCK_AGAIN);
      }
    }
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new StoryFailed("Interrupted");
    }
  }
}
