package org.threefold.needs.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threefold.messaging.StoreUnavailable;
import org.threefold.testkit.mongo.LocalMongo;

class LooksTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456Z");

  private LocalMongo mongo;
  private MongoClient client;
  private Looks looks;

  @BeforeEach
  void start() {
    mongo = LocalMongo.inMemory();
    client = MongoClients.create(mongo.uri() + "/?serverSelectionTimeoutMS=500");
    looks = looks();
  }

  @AfterEach
  void stop() {
    client.close();
    mongo.close();
  }

  private Looks looks() {
    return new Looks(new LookStore(client.getDatabase("needs")));
  }

  private MongoCollection<Document> stored() {
    return client.getDatabase("needs").getCollection("looks");
  }

  private static Looking at(String resident) {
    return new Looking(
        NOON, "worker-7", "RM_WORKER@RM-1", "key", Act.LOOK, resident, "CONTACT", null);
  }

  @Test
  void looks_are_a_chain_that_goes_on_after_a_start() {
    looks.record(at("R-1"));
    looks.record(at("R-2"));
    looks().record(at("R-1"));
    assertThat(looks.check().looks()).isEqualTo(3);
    assertThat(looks.check().brokenAt()).isNull();
    assertThat(looks.at("R-1", 10)).hasSize(2).allMatch(it -> it.who().equals("worker-7"));
  }

  @Test
  void two_processes_write_one_chain() {
    Looks other = looks();
    List<CompletableFuture<Void>> writing =
        IntStream.range(0, 40)
            .mapToObj(i ->
                CompletableFuture.runAsync(() -> (i % 2 == 0 ? looks : other).record(at("R-1"))))
            .toList();
    writing.forEach(CompletableFuture::join);
    assertThat(looks.check()).isEqualTo(new Looks.Proof(40, looks.check().head(), null));
  }

  @Test
  void a_look_that_was_changed_is_found() {
    IntStream.range(0, 5).forEach(i -> looks.record(at("R-" + i)));
    stored()
        .updateOne(
            new Document("_id", 3L), new Document("$set", new Document("who", "somebody else")));
    assertThat(looks.check().brokenAt()).isEqualTo(3);
  }

  @Test
  void a_look_that_was_taken_out_is_found() {
    IntStream.range(0, 5).forEach(i -> looks.record(at("R-" + i)));
    stored().deleteOne(new Document("_id", 2L));
    assertThat(looks.check().brokenAt()).isEqualTo(2);
    assertThat(looks.check().looks()).isEqualTo(1);
  }

  @Test
  void a_chain_that_was_cut_short_has_another_head() {
    IntStream.range(0, 5).forEach(i -> looks.record(at("R-" + i)));
    String head = looks.check().head();
    stored().deleteOne(new Document("_id", 5L));
    assertThat(looks.check().brokenAt()).isNull();
    assertThat(looks.check().head()).isNotEqualTo(head);
  }

  @Test
  void a_look_that_cannot_be_written_down_is_refused() {
    mongo.close();
    assertThatThrownBy(() -> looks.record(at("R-1"))).isInstanceOf(StoreUnavailable.class);
  }
}
