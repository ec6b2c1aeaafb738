package org.threefold.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreProcessTest {

  @TempDir Path home;

  @Test
  void what_was_acknowledged_is_there_after_it_was_killed() {
    Document kept = new Document("_id", 7).append("word", "kept");
    try (StoreProcess store = StoreProcess.start(home);
        MongoClient client = MongoClients.create(store.uri())) {
      client.getDatabase("bench").getCollection("things").insertOne(kept);
    }
    try (StoreProcess again = StoreProcess.start(home);
        MongoClient client = MongoClients.create(again.uri())) {
      assertThat(client.getDatabase("bench").getCollection("things").find().first())
          .isEqualTo(kept);
    }
  }

  @Test
  void it_uses_processor_time_of_its_own() {
    try (StoreProcess store = StoreProcess.start(home)) {
      assertThat(store.cpuSeconds()).isPositive();
      assertThat(store.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }
  }
}
