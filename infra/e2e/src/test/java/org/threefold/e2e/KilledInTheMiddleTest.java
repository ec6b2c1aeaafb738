package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.threefold.e2e.checking.Checker;
import org.threefold.e2e.checking.Report;
import org.threefold.local.CountyApi;

/**
 * The whole county dies by {@code kill -9} in the middle of the story and is started again: the
 * story goes on to its end, with the same money, and everything fits together.
 *
 * <p>It has a county of its own and waits most of the time, so it plays beside the others.
 */
@Execution(CONCURRENT)
class KilledInTheMiddleTest {

  /** The steps in which needs and money move; the kill comes in the course of one of them. */
  private static final int FIRST = 4;

  private static final int LAST = 24;

  /** Steps take about so long. */
  private static final int STEP_MILLIS = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path home;

  @Test
  @Timeout(240)
  void the_story_goes_on_and_ends_well_although_the_county_is_killed_in_its_middle()
      throws IOException {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    Random random = new Random(seed);
    int fatal = random.nextInt(FIRST, LAST + 1);
    Duration delay = Duration.ofMillis(random.nextInt(STEP_MILLIS));
    System.out.printf("Seed %d: killed %s into step %d%n", seed, delay, fatal);

    try (ChildCounty county = new ChildCounty(home)) {
      Path secret = county.settings().data().resolve("issuer/secret");
      CountyApi api = new CountyApi(county.settings(), Files.readString(secret).strip());
      AtomicInteger done = new AtomicInteger();
      Story.Ending ending =
          new Story(
                  api,
                  (sentence, took) -> {
                    System.out.println(sentence + "  " + took.toMillis() + " ms");
                    if (done.incrementAndGet() == fatal) {
                      county.dieAfter(delay);
                    }
                  })
              .play();

      assertThat(county.kills()).isEqualTo(1);
      assertThat(done).hasValue(Story.STEPS + 1);
      Checker checker = new Checker(county.broker(), county.store(), "");
      Report report = checker.checkAtRest(PATIENCE);
      report.lines().forEach(System.out::println);
      assertThat(report.violations()).isEmpty();
      assertThat(report.counts())
          .containsKeys("postings", "aggregates in needs", "consumer groups");

      tamper(county);
      assertThat(checker.check().violations())
          .contains(
              "needs.parked projects|0|0 is parked: tampered",
              "Journal: entry 1 is not what was written")
          .anyMatch(line -> line.startsWith(ending.project() + " is kept at version"));
    }
  }

  /** A report that is clean for want of eyes would be worth nothing. */
  private static void tamper(ChildCounty county) {
    try (MongoClient mongo = MongoClients.create(county.store())) {
      mongo
          .getDatabase("needs")
          .getCollection("parked")
          .insertOne(new Document("_id", "projects|0|0").append("reason", "tampered"));
      mongo
          .getDatabase("funds")
          .getCollection("journal")
          .updateOne(
              new Document("_id", 1L),
              new Document("$set", new Document("decisions.0.actor", "NOBODY@511523")));
      mongo
          .getDatabase("projects")
          .getCollection("projects")
          .updateMany(new Document(), new Document("$inc", new Document("version", 1L)));
    }
  }
}
