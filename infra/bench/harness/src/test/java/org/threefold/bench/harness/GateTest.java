package org.threefold.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Where;

class GateTest {

  private static final int NEEDS = 20;

  @TempDir static Path home;
  private static Servers servers;
  private static int runs;

  private Run run;
  private Where where;
  private MongoClient client;

  @BeforeAll
  static void start() throws InterruptedException {
    servers = Servers.start(home);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void everything_as_it_should_be() throws Exception {
    run = new Run(++runs, 2);
    client = MongoClients.create(servers.mongo());
    where =
        new Where(
            Where.Store.MONGO,
            run.name() + ".needs",
            run.name() + ".needs",
            run.name() + ".effects",
            "times",
            run.topic(),
            null,
            null);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      admin.createTopics(List.of(new NewTopic(run.topic(), 2, (short) 1))).all().get();
    }
    Ground.settle();
    for (int i = 0; i < NEEDS; i++) {
      needs().insertOne(new Document("_id", run.id(i)));
      effects().insertOne(new Document("_id", run.id(i)).append("times", 1));
    }
    say(0, NEEDS);
  }

  private void say(int from, int to) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers.kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = from; i < to; i++) {
        Future<?> _ =
            producer.send(
                new ProducerRecord<>(
                    run.topic(), run.id(i).getBytes(StandardCharsets.UTF_8), new byte[] {1}));
      }
    }
  }

  private MongoCollection<Document> needs() {
    return client.getDatabase(run.name()).getCollection("needs");
  }

  private MongoCollection<Document> effects() {
    return client.getDatabase(run.name()).getCollection("effects");
  }

  private List<String> wrong(int acknowledged) throws Exception {
    return new Gate(servers).look(run, where, acknowledged).wrong();
  }

  @Test
  void what_is_kept_said_and_heard_once_passes() throws Exception {
    assertThat(wrong(NEEDS)).isEmpty();
    say(3, 5);
    Gate.Outcome again = new Gate(servers).look(run, where, NEEDS);
    assertThat(again.passes()).isTrue();
    assertThat(again.saidAgain()).isEqualTo(2);
  }

  @Test
  void what_was_acknowledged_and_is_nowhere_does_not_pass() throws Exception {
    assertThat(wrong(NEEDS + 1))
        .anyMatch(it -> it.contains("acknowledged and not kept"))
        .anyMatch(it -> it.contains("never said"));
  }

  @Test
  void an_effect_that_is_missing_or_counts_twice_does_not_pass() throws Exception {
    effects().deleteOne(new Document("_id", run.id(2)));
    assertThat(wrong(NEEDS)).singleElement().asString().contains("without exactly one effect");
    effects().insertOne(new Document("_id", run.id(2)).append("times", 2));
    assertThat(wrong(NEEDS)).singleElement().asString().contains("without exactly one effect");
  }

  @Test
  void an_effect_of_nothing_does_not_pass() throws Exception {
    effects().insertOne(new Document("_id", run.id(NEEDS)).append("times", 1));
    assertThat(wrong(NEEDS)).singleElement().asString().contains("effects of nothing");
  }

  @Test
  void what_is_never_said_does_not_pass() throws Exception {
    needs()
        .updateOne(new Document("_id", run.id(1)), new Document("$set", new Document("ob", "x")));
    assertThat(wrong(NEEDS)).singleElement().asString().contains("still to be said");
  }
}
