package org.threefold.testkit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.testkit.ChildJvm;
import org.threefold.testkit.Eventually;

class DurabilityTest {

  private static final int WRITERS = 8;
  private static final int KILLS = 4;
  private static final int WRITES_BEFORE_A_KILL = 1_500;

  @TempDir Path dir;

  /** What each document was acknowledged to be. */
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

  @Test
  void every_acknowledged_write_is_there_after_each_of_several_kills() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      try (var child =
          ChildJvm.start(MongoChild.class, dir.resolve(kill + ".log"), dir.toString())) {
        var uri = child.awaitLine("uri ");
        int before = acknowledged.size();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
          var running = new ArrayList<Future<?>>();
          for (int i = 0; i < WRITERS; i++) {
            var writer = kill + "-" + i;
            running.add(writers.submit(() -> writeUntilTheEnd(uri, writer)));
          }
          Eventually.eventually(
              "writes", () -> acknowledged.size() > before + WRITES_BEFORE_A_KILL);
          child.kill();
          for (var it : running) {
            it.get();
          }
        }
      }
      lookForAll();
    }
    System.out.printf(
        "%d documents acknowledged over %d kills, none lost%n", acknowledged.size(), KILLS);
  }

  /** Inserts documents and replaces each twice, until the server is gone. */
  private void writeUntilTheEnd(String uri, String writer) {
    try (var client =
        MongoClients.create(uri + "/?serverSelectionTimeoutMS=5000&retryWrites=false")) {
      var needs = needs(client.getDatabase("needs").getCollection("need"));
      for (int i = 0; ; i++) {
        var id = "N-" + writer + "-" + i;
        needs.insertOne(need(id, 1));
        acknowledged.put(id, 1);
        for (int version = 2; version <= 3; version++) {
          var result =
              needs.replaceOne(
                  new Document("_id", id).append("version", version - 1), need(id, version));
          assertThat(result.getModifiedCount()).isEqualTo(1);
          acknowledged.put(id, version);
        }
      }
    } catch (MongoException _) {
      // Killed: what was not answered may or may not be there.
    }
  }

  private void lookForAll() {
    try (var mongo = LocalMongo.start(dir, 0);
        var client = MongoClients.create(mongo.uri())) {
      var found = new ConcurrentHashMap<String, Integer>();
      var needs = needs(client.getDatabase("needs").getCollection("need"));
      for (var it : needs.find()) {
        found.put(it.getString("_id"), it.getInteger("version"));
      }
      acknowledged.forEach((id, version) ->
          assertThat(found.get(id)).as(id).isNotNull().isGreaterThanOrEqualTo(version));
      var some = acknowledged.keySet().iterator().next();
      assertThat(needs.find(new Document("_id", some).append("version", found.get(some))).first())
          .isNotNull();
    }
  }

  @Test
  void the_file_stays_in_proportion_to_its_content() throws Exception {
    int documents = 20_000;
    var file = dir.resolve("mongo.mv");
    long content;
    long open;
    try (var mongo = LocalMongo.start(dir, 0);
        var client = MongoClients.create(mongo.uri())) {
      var needs = needs(client.getDatabase("needs").getCollection("need"));
      for (int from = 0; from < documents; from += 500) {
        var batch = new ArrayList<Document>();
        for (int i = from; i < from + 500; i++) {
          batch.add(need("N-" + i, 1));
        }
        needs.insertMany(batch, new InsertManyOptions().ordered(false));
      }
      for (int version = 2; version <= 6; version++) {
        for (int from = 0; from < documents; from += 500) {
          var batch = new ArrayList<ReplaceOneModel<Document>>();
          for (int i = from; i < from + 500; i++) {
            var filter = new Document("_id", "N-" + i).append("version", version - 1);
            batch.add(new ReplaceOneModel<>(filter, need("N-" + i, version)));
          }
          assertThat(
                  needs.bulkWrite(batch, new BulkWriteOptions().ordered(false)).getModifiedCount())
              .isEqualTo(500);
        }
      }
      content =
          client
              .getDatabase("needs")
              .runCommand(new Document("collStats", "need"))
              .get("size", Number.class)
              .longValue();
      open = Files.size(file);
    }
    long closed = Files.size(file);
    System.out.printf("content %,d, file %,d open, %,d closed%n", content, open, closed);
    assertThat(open).isLessThan(5 * content);
    assertThat(closed).isLessThan(2 * content);
  }

  private static MongoCollection<Document> needs(MongoCollection<Document> needs) {
    needs.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    return needs;
  }

  private static Document need(String id, int version) {
    var noise = new byte[200];
    new Random(id.hashCode() + version).nextBytes(noise);
    return new Document("_id", id)
        .append("version", version)
        .append("state", new Document("text", Base64.getEncoder().encodeToString(noise)))
        .append("outbox", List.of(new Document("version", version)));
  }
}
