package org.threefold.bench.county;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.threefold.bench.protocol.Rows;
import org.threefold.testkit.Ports;

/**
 * County oversight made anew from the topics, by a second one beside the first: a group and a
 * database of its own, the runnable jar, a JVM of its own.
 */
final class Rebuild {

  private static final String NAME = "rebuilt-oversight";
  private static final List<String> HEARD =
      List.of("stations", "needs", "projects", "funds", "evaluations");
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Path home;
  private final String kafka;
  private final String mongo;
  private final Rows rows;

  Rebuild(Path home, String kafka, String mongo, Rows rows) {
    this.home = home;
    this.kafka = kafka;
    this.mongo = mongo;
    this.rows = rows;
  }

  /** Starts it, and waits until it has heard everything that was said before. */
  void measure(Path jar) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Launch.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "--server.port=" + Ports.free(),
                "--spring.cloud.stream.default.group=" + NAME,
                "--spring.mongodb.database=" + NAME));
    Map<String, String> env = Map.of("MONGODB_URI", mongo, "KAFKA_BOOTSTRAP_SERVERS", kafka);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      long said = said(admin);
      long began = System.nanoTime();
      try (Child child = Child.start(command, env, home.resolve("rebuild.log"), "Started ")) {
        child.awaitReady(START);
        long first = 0;
        long heard = heard(admin);
        while (heard < said && System.nanoTime() - began < LIMIT.toNanos()) {
          first = first == 0 && heard > 0 ? System.nanoTime() : first;
          TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
          heard = heard(admin);
        }
        report(said, heard, first == 0 ? began : first, began);
        rows.add("rebuild", "resident", child.residentKb() / 1024.0, "MB", "-Xmx512m");
        child.stop();
      }
      // Nobody listens in this group any more, so it would be behind for ever.
      admin.deleteConsumerGroups(List.of(NAME)).all().get();
    } catch (ExecutionException away) {
      throw new IllegalStateException("The broker does not answer", away.getCause());
    }
  }

  private void report(long said, long heard, long first, long began) {
    if (heard < said) {
      rows.add("rebuild", "facts", "FAILED", "/s", heard + " of " + said + " heard in " + LIMIT);
      return;
    }
    long now = System.nanoTime();
    rows.add(
        "rebuild",
        "facts",
        said * 1e9 / (now - first),
        "/s",
        said + " facts; from the first heard; beside a county at rest; in the same store");
    rows.add("rebuild", "took", (now - began) / 1e9, "s", "from the command to the last fact");
  }

  private static long said(Admin admin) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(HEARD)
        .allTopicNames()
        .get()
        .forEach((topic, found) ->
            found
                .partitions()
                .forEach(it ->
                    latest.put(new TopicPartition(topic, it.partition()), OffsetSpec.latest())));
    return admin.listOffsets(latest).all().get().values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  private static long heard(Admin admin) throws InterruptedException, ExecutionException {
    return admin
        .listConsumerGroupOffsets(NAME)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(it -> it == null ? 0 : it.offset())
        .sum();
  }
}
