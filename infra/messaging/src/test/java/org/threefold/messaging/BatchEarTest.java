package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.messaging.Tally.need;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.events.Attributes;
import org.threefold.events.EventCodec;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.Topic;
import org.threefold.testkit.kafka.LocalKafka;

/** Whatever arrives, and however: nothing is lost, overtaken, doubled, or in the way of others. */
class BatchEarTest {

  @TempDir static Path data;
  static LocalKafka kafka;
  static final AtomicLong RUN = new AtomicLong();

  private final Workbench bench = new Workbench();
  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> runs = Collections.synchronizedList(new ArrayList<>());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile Predicate<String> poison = _ -> false;
  private volatile boolean storeAway;
  private TopicNames names = new TopicNames("");
  private KafkaOutlet outlet;
  private BatchEar ear;
  private long offset;

  @BeforeAll
  static void startBroker() {
    kafka = LocalKafka.start(data, 0);
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  @BeforeEach
  void listen() {
    names = new TopicNames("run" + RUN.incrementAndGet() + "-");
    Map<String, Object> common = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var settings =
        new MessagingSettings(names.prefix(), 1, (short) 1, Duration.ofSeconds(30), 8, 2);
    new Topics(common, names, settings).provision();
    outlet = new KafkaOutlet(common, names, CircuitBreaker.ofDefaults("broker"));
    ear = newEar(common, settings);
  }

  private BatchEar newEar(Map<String, Object> common, MessagingSettings settings) {
    return newEar(common, settings, run -> run.forEach(one -> handle(one.cause())), 1);
  }

  private BatchEar newEar(
      Map<String, Object> common,
      MessagingSettings settings,
      Ear.RunHandler<IntakeEvent> handler,
      int longestRun) {
    return new Ears(
            bench.database,
            names,
            outlet,
            new LogReader(common),
            settings,
            "bench",
            Clock.fixed(Tally.NOON, ZoneOffset.UTC),
            meters)
        .ear(IntakeEvent.class, handler, longestRun);
  }

  /** An ear that does up to three facts of a key at once, all or none. */
  private BatchEar newRunEar() {
    return newEar(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new MessagingSettings(names.prefix(), 1, (short) 1, Duration.ofSeconds(30), 8, 2),
        this::handleAtOnce,
        3);
  }

  private void handleAtOnce(List<Ear.Fact<IntakeEvent>> run) {
    List<String> ids = run.stream().map(it -> it.cause().id()).toList();
    if (storeAway) {
      throw new StoreUnavailable("away");
    }
    if (ids.stream().anyMatch(poison)) {
      throw new IllegalArgumentException("cannot be handled");
    }
    handled.addAll(ids);
    runs.add(ids.size());
  }

  @AfterEach
  void close() {
    outlet.close();
    bench.close();
  }

  private void handle(Cause.Heard cause) {
    if (storeAway) {
      throw new StoreUnavailable("away");
    }
    if (poison.test(cause.id())) {
      throw new IllegalArgumentException("cannot be handled");
    }
    handled.add(cause.id());
  }

  private static Attributes sorted(int number, long version) {
    return Attributes.of(
        new NeedSorted(need(number), NeedCategory.REHAB, 0),
        version,
        "needs-intake",
        Tally.NOON,
        "request/x",
        "RM_WORKER@RM-511523100001",
        null,
        null);
  }

  private ConsumerRecord<byte[], byte[]> fact(int number, long version) {
    return with(
        number,
        sorted(number, version).toHeaders(),
        EventCodec.write(new NeedSorted(need(number), NeedCategory.REHAB, 0)));
  }

  private ConsumerRecord<byte[], byte[]> with(
      int number, Map<String, String> headers, byte[] data) {
    var recordHeaders = new RecordHeaders();
    headers.forEach(
        (name, value) -> recordHeaders.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        names.of(Topic.NEEDS),
        0,
        offset++,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        need(number).value().getBytes(StandardCharsets.UTF_8),
        data,
        recordHeaders,
        Optional.empty());
  }

  private static String id(int number, long version) {
    return "need/" + need(number) + "@" + version;
  }

  private double count(String outcome) {
    return meters
        .counter("threefold.heard", "topic", names.of(Topic.NEEDS), "outcome", outcome)
        .count();
  }

  @Test
  void each_key_is_handled_in_order_and_each_fact_once() {
    var again = fact(1, 1);
    ear.hear(List.of(again, fact(2, 1), fact(1, 2), fact(2, 2), fact(1, 3)));
    ear.hear(List.of(again, fact(1, 3), fact(1, 4)));

    assertThat(handled.stream().filter(it -> it.contains(need(1).value())))
        .containsExactly(id(1, 1), id(1, 2), id(1, 3), id(1, 4));
    assertThat(handled.stream().filter(it -> it.contains(need(2).value())))
        .containsExactly(id(2, 1), id(2, 2));
    assertThat(count("duplicate")).isEqualTo(2);
  }

  @Test
  void what_was_seen_is_known_after_a_restart() {
    ear.hear(List.of(fact(1, 1), fact(1, 2)));
    var restarted =
        newEar(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new MessagingSettings(names.prefix(), 1, (short) 1, Duration.ofSeconds(30), 8, 2));
    restarted.hear(List.of(fact(1, 2), fact(1, 3)));

    assertThat(handled).containsExactly(id(1, 1), id(1, 2), id(1, 3));
  }

  @Test
  void facts_of_a_key_that_follow_each_other_are_handled_together() {
    var again = fact(1, 1);
    BatchEar together = newRunEar();
    together.hear(List.of(again, fact(1, 2), fact(1, 3), fact(1, 4)));
    together.hear(List.of(again, fact(1, 4), fact(1, 5), fact(1, 6)));

    assertThat(handled).containsExactly(id(1, 1), id(1, 2), id(1, 3), id(1, 4), id(1, 5), id(1, 6));
    assertThat(runs).containsExactly(3, 1, 2);
    assertThat(count("handled")).isEqualTo(6);
    assertThat(count("duplicate")).isEqualTo(2);
  }

  @Test
  void what_is_no_fact_or_unknown_or_unreadable_is_never_part_of_a_run() {
    var unknown = new java.util.LinkedHashMap<>(sorted(1, 3).toHeaders());
    unknown.put("ce_type", "org.threefold.need.sung-about.v1");
    byte[] nonsense = "{\"need\":7}".getBytes(StandardCharsets.UTF_8);
    newRunEar()
        .hear(
            List.of(
                fact(1, 1),
                fact(1, 2),
                with(1, Map.of(), "junk".getBytes(StandardCharsets.UTF_8)),
                with(1, unknown, "{}".getBytes(StandardCharsets.UTF_8)),
                fact(1, 4),
                with(1, sorted(1, 5).toHeaders(), nonsense),
                fact(1, 6)));

    assertThat(handled).containsExactly(id(1, 1), id(1, 2), id(1, 4));
    assertThat(runs).containsExactly(2, 1);
    assertThat(count("strange")).isEqualTo(1);
    assertThat(count("unknown")).isEqualTo(1);
    assertThat(count("parked")).isEqualTo(1);
    assertThat(count("behind")).isEqualTo(1);
  }

  @Test
  void a_poison_fact_in_a_run_is_parked_alone_with_what_is_behind_it() {
    poison = id(1, 2)::equals;
    BatchEar together = newRunEar();
    together.hear(List.of(fact(1, 1), fact(1, 2), fact(1, 3), fact(1, 4), fact(2, 1)));

    assertThat(handled).containsExactlyInAnyOrder(id(1, 1), id(2, 1));
    assertThat(together.parking().list()).singleElement().matches(it -> it.records() == 3);
    poison = _ -> false;
    assertThat(together.replay(need(1).value(), false)).isEqualTo(3);
    together.hear(List.of(fact(1, 5), fact(1, 6)));
    assertThat(handled.stream().filter(it -> it.contains(need(1).value())))
        .containsExactly(id(1, 1), id(1, 2), id(1, 3), id(1, 4), id(1, 5), id(1, 6));
  }

  @Test
  void a_gap_ends_a_run() {
    newRunEar().hear(List.of(fact(1, 1), fact(1, 2), fact(1, 4), fact(1, 5)));

    assertThat(handled).containsExactly(id(1, 1), id(1, 2));
    assertThat(count("gap")).isGreaterThanOrEqualTo(1);
  }

  @Test
  void a_run_waits_for_the_store_and_is_then_handled_once() {
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(fact(1, 1), fact(1, 2));
    BatchEar together = newRunEar();
    storeAway = true;
    assertThatThrownBy(() -> together.hear(batch)).isInstanceOf(TryLater.class);
    storeAway = false;
    together.hear(batch);

    assertThat(handled).containsExactly(id(1, 1), id(1, 2));
    assertThat(runs).containsExactly(2);
  }

  @Test
  void an_unknown_type_is_counted_and_passed_over_without_a_gap() {
    var unknown = new java.util.LinkedHashMap<>(sorted(1, 1).toHeaders());
    unknown.put("ce_type", "org.threefold.need.sung-about.v1");
    ear.hear(List.of(with(1, unknown, "{}".getBytes(StandardCharsets.UTF_8)), fact(1, 2)));

    assertThat(handled).containsExactly(id(1, 2));
    assertThat(count("unknown")).isEqualTo(1);
  }

  @Test
  void bytes_that_are_no_fact_are_parked_and_hold_up_nobody() {
    ear.hear(
        List.of(
            with(1, Map.of(), "junk".getBytes(StandardCharsets.UTF_8)), fact(1, 1), fact(2, 1)));

    assertThat(handled).containsExactlyInAnyOrder(id(1, 1), id(2, 1));
    assertThat(ear.parking().size()).isEqualTo(1);
    assertThat(ear.parking().list())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Parking.Kind.STRANGE);
          assertThat(it.key()).isEqualTo(need(1).value());
          assertThat(it.reason()).contains("ce_specversion");
        });
    assertThat(deadLetters()).hasSize(1);
  }

  @Test
  void bytes_that_are_no_fact_can_be_given_up_and_are_not_by_trying_again() {
    ear.hear(
        List.of(
            with(1, Map.of(), "junk".getBytes(StandardCharsets.UTF_8)),
            with(1, Map.of(), "more".getBytes(StandardCharsets.UTF_8))));

    assertThat(ear.replay(need(1).value(), false)).isZero();
    assertThat(ear.parking().list()).singleElement().matches(it -> it.records() == 2);
    assertThat(ear.replay(need(1).value(), true)).isEqualTo(1);
    assertThat(ear.replay(need(1).value(), true)).isEqualTo(1);
    assertThat(ear.parking().list()).isEmpty();
    assertThat(ear.parking().size()).isZero();
  }

  @Test
  void a_poison_fact_holds_up_its_own_key_only_until_it_is_replayed() {
    poison = id(1, 2)::equals;
    ear.hear(List.of(fact(1, 1), fact(1, 2), fact(1, 3), fact(2, 1)));
    ear.hear(List.of(fact(1, 4), fact(2, 2)));

    assertThat(handled).containsExactlyInAnyOrder(id(1, 1), id(2, 1), id(2, 2));
    assertThat(ear.parking().list())
        .singleElement()
        .satisfies(held -> {
          assertThat(held.key()).isEqualTo(need(1).value());
          assertThat(held.records()).isEqualTo(3);
          assertThat(held.reason()).contains("cannot be handled");
        });
    assertThat(deadLetters()).hasSize(3);
    assertThat(count("retried")).isEqualTo(1);

    assertThat(ear.replay(need(1).value(), false)).isZero();
    poison = _ -> false;
    assertThat(ear.replay(need(1).value(), false)).isEqualTo(3);
    ear.hear(List.of(fact(1, 5)));

    assertThat(handled.stream().filter(it -> it.contains(need(1).value())))
        .containsExactly(id(1, 1), id(1, 2), id(1, 3), id(1, 4), id(1, 5));
    assertThat(ear.parking().list()).isEmpty();
  }

  @Test
  void a_poison_fact_can_be_given_up() {
    poison = id(1, 1)::equals;
    ear.hear(List.of(fact(1, 1), fact(1, 2)));

    assertThat(ear.replay(need(1).value(), true)).isEqualTo(2);
    assertThat(handled).containsExactly(id(1, 2));
  }

  @Test
  void data_that_does_not_fit_its_type_is_poison() {
    ear.hear(
        List.of(
            with(1, sorted(1, 1).toHeaders(), "{\"need\":7}".getBytes(StandardCharsets.UTF_8)),
            fact(1, 2)));

    assertThat(handled).isEmpty();
    assertThat(ear.parking().list())
        .singleElement()
        .extracting(Parking.HeldKey::records)
        .isEqualTo(2L);
  }

  @Test
  void an_outage_is_no_poison_and_the_batch_comes_again() {
    storeAway = true;
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(fact(1, 1), fact(2, 1));
    assertThatThrownBy(() -> ear.hear(batch)).isInstanceOf(TryLater.class);
    assertThat(ear.parking().size()).isZero();

    storeAway = false;
    ear.hear(batch);
    assertThat(handled).containsExactlyInAnyOrder(id(1, 1), id(2, 1));
  }

  @Test
  void a_fact_the_listener_lost_is_read_again_from_the_log() {
    for (long version = 1; version <= 3; version++) {
      var toSend =
          new ProducerRecord<>(
              names.of(Topic.NEEDS),
              need(1).value().getBytes(StandardCharsets.UTF_8),
              EventCodec.write(new NeedSorted(need(1), NeedCategory.REHAB, 0)));
      sorted(1, version)
          .toHeaders()
          .forEach(
              (name, value) -> toSend.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      outlet.sendRecords(List.of(toSend));
    }
    offset = 2;
    ear.hear(List.of(fact(1, 3)));

    assertThat(handled).containsExactly(id(1, 1), id(1, 2), id(1, 3));
    assertThat(count("gap")).isEqualTo(1);
  }

  @Test
  void a_fact_that_comes_too_early_waits_for_the_one_before_it() {
    ear.hear(List.of(fact(1, 1), fact(1, 3), fact(1, 4)));
    assertThat(handled).containsExactly(id(1, 1));

    ear.hear(List.of(fact(1, 2), fact(1, 5)));
    assertThat(handled).containsExactly(id(1, 1), id(1, 2), id(1, 3), id(1, 4), id(1, 5));
    assertThat(ear.parking().list()).isEmpty();
    assertThat(count("healed")).isEqualTo(2);
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    var partition = new TopicPartition(TopicNames.parkedOf(names.of(Topic.NEEDS)), 0);
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
      }
    }
    return found;
  }
}
