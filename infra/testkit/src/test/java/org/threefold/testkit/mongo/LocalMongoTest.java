package org.threefold.testkit.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.testkit.Ports;

class LocalMongoTest {

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void it_answers_what_health_checks_ask(boolean durable) {
    try (var mongo = start(durable);
        var client = MongoClients.create(mongo.uri())) {
      client.getDatabase("needs").getCollection("need").insertOne(new Document("_id", 1));
      assertThat(client.listDatabaseNames()).contains("needs");
      var hello = client.getDatabase("needs").runCommand(new Document("hello", 1));
      assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
      assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_reader_never_sees_half_an_update(boolean durable) throws Exception {
    try (var mongo = start(durable);
        var client = MongoClients.create(mongo.uri());
        var threads = Executors.newFixedThreadPool(4)) {
      var needs = client.getDatabase("needs").getCollection("need");
      needs.insertOne(whole(0));
      var readers = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 3; i++) {
        readers.add(() -> {
          for (int read = 0; read < 500; read++) {
            var need = requireNonNull(needs.find(new Document("_id", "N-1")).first());
            assertThat(need).isEqualTo(whole(need.getInteger("a")));
          }
          return null;
        });
      }
      readers.add(() -> {
        for (int n = 1; n <= 500; n++) {
          needs.replaceOne(new Document("_id", "N-1"), whole(n));
        }
        return null;
      });
      for (var done : threads.invokeAll(readers)) {
        done.get();
      }
    }
  }

  @Test
  void what_was_written_is_there_after_a_restart_with_its_indexes() {
    try (var mongo = LocalMongo.start(dir, 0);
        var client = MongoClients.create(mongo.uri())) {
      var needs = client.getDatabase("needs").getCollection("need");
      needs.createIndex(new Document("ob", 1), new IndexOptions().unique(true).sparse(true));
      for (int i = 0; i < 100; i++) {
        needs.insertOne(
            new Document("_id", "N-" + i).append("n", i).append("x", new Document("y", 1.5)));
      }
      needs.updateOne(
          new Document("_id", "N-7"), new Document("$set", new Document("ob", "07:N-7")));
    }
    try (var mongo = LocalMongo.start(dir, 0);
        var client = MongoClients.create(mongo.uri())) {
      var needs = client.getDatabase("needs").getCollection("need");
      assertThat(needs.countDocuments()).isEqualTo(100);
      assertThat(needs.find(new Document("ob", "07:N-7")).first())
          .isEqualTo(
              new Document("_id", "N-7")
                  .append("n", 7)
                  .append("x", new Document("y", 1.5))
                  .append("ob", "07:N-7"));
      assertThatThrownBy(() -> needs.insertOne(new Document("_id", "N-100").append("ob", "07:N-7")))
          .hasMessageContaining("E11000");
    }
  }

  @Test
  void what_was_in_memory_is_gone() {
    try (var mongo = LocalMongo.inMemory();
        var client = MongoClients.create(mongo.uri())) {
      client.getDatabase("needs").getCollection("need").insertOne(new Document("_id", 1));
    }
    try (var mongo = LocalMongo.inMemory();
        var client = MongoClients.create(mongo.uri())) {
      assertThat(client.getDatabase("needs").getCollection("need").countDocuments()).isZero();
    }
  }

  @Test
  void a_taken_port_is_named_before_a_file_is_made() throws Exception {
    try (var other = new ServerSocket()) {
      other.bind(Ports.loopback(0));
      int port = other.getLocalPort();
      assertThatThrownBy(() -> LocalMongo.start(dir, port))
          .hasMessage("Mongo cannot start: port " + port + " is taken");
      assertThatThrownBy(() -> LocalMongo.inMemory(port))
          .hasMessage("Mongo cannot start: port " + port + " is taken");
      assertThat(dir).isEmptyDirectory();
    }
  }

  @Test
  void two_servers_do_not_share_a_directory() {
    try (var _ = LocalMongo.start(dir, 0)) {
      assertThatThrownBy(() -> LocalMongo.start(dir, 0))
          .hasMessageContaining("Mongo cannot start: " + dir);
    }
  }

  @Test
  void the_driver_still_talks_to_this_old_server() {
    try (var mongo = LocalMongo.inMemory();
        MongoClient client = MongoClients.create(mongo.uri())) {
      assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)).get("ok"))
          .isEqualTo(1.0);
    }
  }

  private LocalMongo start(boolean durable) {
    return durable ? LocalMongo.start(dir, 0) : LocalMongo.inMemory();
  }

  private static Document whole(int n) {
    var document = new Document("_id", "N-1");
    for (char field = 'a'; field <= 'z'; field++) {
      document.append(String.valueOf(field), n);
    }
    return document;
  }
}
