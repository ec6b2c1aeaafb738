package org.threefold.projects.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.projects.ProjectSettings;
import org.threefold.projects.work.Claims.Hold;
import org.threefold.projects.work.Claims.Taken;
import org.threefold.testkit.mongo.LocalMongo;

class ClaimsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final ProjectId ONE = new ProjectId("P-2026-511523100-0001");
  private static final ProjectId TWO = new ProjectId("P-2026-511523100-0002");
  private static final NeedId NEED = need(1);

  private static final LocalMongo MONGO = LocalMongo.inMemory();
  private static final MongoClient CLIENT = MongoClients.create(MONGO.uri());

  private final Claims claims =
      new Claims(
          new MongoTemplate(CLIENT, "projects"),
          new ProjectSettings(
              Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofMinutes(15), 30));

  @AfterAll
  static void stop() {
    CLIENT.close();
    MONGO.close();
  }

  @BeforeEach
  void nothingIsClaimed() {
    CLIENT.getDatabase("projects").getCollection("claims").deleteMany(new Document());
  }

  @Test
  void of_many_projects_that_race_for_a_need_one_gets_it() {
    List<CompletableFuture<Taken>> racing =
        IntStream.rangeClosed(1, 16)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    claims.take(
                        new ProjectId(String.format("P-2026-511523100-%04d", i)),
                        List.of(need(2), NEED),
                        NOON,
                        (_, _) -> Hold.POSSIBLE)))
            .toList();
    List<Taken> taken = racing.stream().map(CompletableFuture::join).toList();
    assertThat(taken.stream().filter(it -> it.refused().isEmpty())).hasSize(1);
    assertThat(taken.stream().mapToInt(it -> it.fresh().size()).sum()).isEqualTo(2);
  }

  @Test
  void a_need_of_mine_stays_mine_and_is_not_given_back_by_accident() {
    Taken first = take(ONE, NOON, Hold.POSSIBLE);
    assertThat(first.fresh()).hasSize(1);
    assertThat(take(ONE, NOON, Hold.POSSIBLE)).isEqualTo(new Taken(Optional.empty(), List.of()));
    // The first request was refused after all; the second counts on the claim.
    claims.giveBack(ONE, first.fresh());
    assertThat(take(TWO, NOON, Hold.POSSIBLE).refused()).contains(NEED);
  }

  @Test
  void a_claim_given_back_is_free() {
    claims.giveBack(ONE, take(ONE, NOON, Hold.POSSIBLE).fresh());
    assertThat(take(TWO, NOON, Hold.POSSIBLE).refused()).isEmpty();
  }

  @Test
  void a_claim_without_a_bundle_lasts_a_minute() {
    take(ONE, NOON, Hold.POSSIBLE);
    assertThat(take(TWO, NOON.plusSeconds(60), Hold.POSSIBLE).refused()).contains(NEED);
    assertThat(take(TWO, NOON.plusSeconds(61), Hold.POSSIBLE).refused()).isEmpty();
    assertThat(take(ONE, NOON.plusSeconds(61), Hold.POSSIBLE).refused()).contains(NEED);
  }

  @Test
  void a_bundled_need_is_kept_for_good() {
    take(ONE, NOON, Hold.POSSIBLE);
    Instant muchLater = NOON.plus(Duration.ofDays(900));
    assertThat(take(TWO, muchLater, Hold.BUNDLED).refused()).contains(NEED);
  }

  @Test
  void the_need_of_a_project_that_is_over_is_free_at_once() {
    take(ONE, NOON, Hold.POSSIBLE);
    assertThat(take(TWO, NOON, Hold.OVER).refused()).isEmpty();
  }

  private Taken take(ProjectId project, Instant at, Hold other) {
    return claims.take(project, List.of(NEED), at, (_, _) -> other);
  }

  private static NeedId need(int number) {
    return new NeedId(String.format("N-511523100001-20261101-%04d", number));
  }
}
