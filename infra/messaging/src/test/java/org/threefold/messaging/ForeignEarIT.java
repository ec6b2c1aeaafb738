package org.threefold.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.messaging.Tally.more;
import static org.threefold.messaging.Tally.need;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.threefold.events.ActivityEvent;
import org.threefold.events.ActivityEvent.ActivityCancelled;
import org.threefold.events.DeptCode;
import org.threefold.events.EventCodec;
import org.threefold.events.ForeignId;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.SourceSystem;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/** Whatever others write on a topic, on a real broker and through Spring Cloud Stream. */
class ForeignEarIT {

  private static final String TOPIC = "activities";
  private static final String CANCELLED = "org.threefold.activity.cancelled.v1";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** Ids of events that cannot be handled now, and why. */
  private static volatile Predicate<String> poison = _ -> false;

  private static volatile Predicate<String> outage = _ -> false;
  private static final List<String> TRIED = new CopyOnWriteArrayList<>();

  private static LocalMongo mongo;
  private static LocalKafka kafka;
  private static ConfigurableApplicationContext context;
  private static KafkaProducer<byte[], byte[]> department;
  private static Admin admin;

  /** A service that tallies what it is told. */
  @SpringBootApplication
  static class Outside {

    @Bean
    Aggregates<Tally, NeedEvent> tallies(AggregateStores stores) {
      return stores.open(Tally.TYPE);
    }

    @Bean
    Consumer<Message<List<byte[]>>> activities(Ear ear, Aggregates<Tally, NeedEvent> tallies) {
      return ear.hearForeign(ActivityEvent.class, (event, cause) -> told(tallies, event, cause));
    }

    private static void told(
        Aggregates<Tally, NeedEvent> tallies, ActivityEvent event, Cause.Told cause) {
      TRIED.add(cause.key());
      if (outage.test(cause.key())) {
        throw new StoreUnavailable("away");
      }
      if (poison.test(cause.key())) {
        throw new IllegalStateException("cannot be handled");
      }
      if (event.revision() == 13) {
        throw new Unfit("Nobody takes a thirteenth revision");
      }
      int number = Integer.parseInt(event.sourceId().value());
      tallies.decide(need(number).value(), cause, more(need(number), NeedCategory.REHAB));
    }
  }

  @BeforeAll
  static void start(@TempDir Path data) {
    mongo = LocalMongo.inMemory();
    kafka = LocalKafka.start(data, 0);
    context =
        new SpringApplicationBuilder(Outside.class)
            .properties("spring.config.name=outside")
            .run(
                "--spring.mongodb.uri=" + mongo.uri(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers());
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    admin = Admin.create(settings);
    settings.put("max.in.flight.requests.per.connection", 1);
    settings.put("compression.type", "gzip");
    settings.put("max.request.size", 32 * 1024 * 1024);
    department =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    department.close();
    admin.close();
    context.close();
    kafka.close();
    mongo.close();
  }

  @Test
  void an_event_is_handled_once_in_either_mode_however_often_it_comes() {
    int number = NUMBERS.incrementAndGet();
    var binary = said("a-" + number, number, 1);
    var structured = structured("b-" + number, number, 2);
    tell(binary, structured, binary, structured, structured("a-" + number, number, 1));

    assertThat(tally(number)).isEqualTo(2);
    assertThat(held(number)).isEmpty();
  }

  @Test
  void the_same_id_with_other_data_is_refused_and_the_key_goes_on() {
    int number = NUMBERS.incrementAndGet();
    tell(said("a-" + number, number, 1), said("a-" + number, number, 2));
    tell(said("b-" + number, number, 3));

    assertThat(tally(number)).isEqualTo(2);
    Parking.HeldKey held = held(number).orElseThrow();
    assertThat(held.kind()).isEqualTo(Parking.Kind.MISFIT);
    assertThat(held.reason()).contains("another body");
  }

  @Test
  void what_does_not_fit_is_parked_with_the_reason_and_holds_up_nobody() {
    int number = NUMBERS.incrementAndGet();
    var junk = new ProducerRecord<>(TOPIC, key(number), "junk".getBytes(UTF_8));
    var wrongSchema = said("a-" + number, number, 1);
    var wrong =
        new ProducerRecord<>(
            TOPIC, null, key(number), "{\"deptCode\":7}".getBytes(UTF_8), wrongSchema.headers());
    var revisionTooHigh = said("c-" + number, number, 13);
    tell(junk, wrong, revisionTooHigh, said("d-" + number, number, 2));

    assertThat(tally(number)).isEqualTo(1);
    Parking.HeldKey held = held(number).orElseThrow();
    assertThat(held.records()).isEqualTo(3);
    assertThat(held.reason()).isEqualTo("Nobody takes a thirteenth revision");
    assertThat(TRIED.stream().filter(it -> it.equals("/dept-cyl#c-" + number))).hasSize(1);
    assertThat(deadLetters(number))
        .extracting(it -> header(it, "parked-kind") + ": " + header(it, "parked-reason"))
        .containsExactly(
            "MISFIT: The attribute specversion is missing",
            "MISFIT: The data does not fit "
                + CANCELLED
                + ": a value is missing or has not its"
                + " type at .deptCode, near byte 12",
            "MISFIT: Nobody takes a thirteenth revision");

    assertThat(endpoint().replay(TOPIC, held.key())).containsEntry("done", 0);
    assertThat(endpoint().drop(TOPIC, held.key())).containsEntry("done", 1);
    assertThat(held(number)).map(Parking.HeldKey::records).contains(2L);
    endpoint().drop(TOPIC, held.key());
    endpoint().drop(TOPIC, held.key());
    assertThat(held(number)).isEmpty();
  }

  @Test
  void a_record_with_another_key_than_its_subject_is_put_aside() {
    int number = NUMBERS.incrementAndGet();
    var said = said("a-" + number, number, 1);
    byte[] none = null;
    tell(
        new ProducerRecord<>(TOPIC, null, key(4711), said.value(), said.headers()),
        new ProducerRecord<>(TOPIC, null, none, said.value(), said.headers()));

    assertThat(tally(number)).isZero();
    assertThat(endpoint().held().getOrDefault(TOPIC, List.of()))
        .filteredOn(it -> it.reason().contains("The key of the record"))
        .hasSize(2);
  }

  @Test
  void a_type_we_do_not_know_is_counted_and_passed_over_whatever_it_looks_like() {
    int number = NUMBERS.incrementAndGet();
    double before = count("unknown");
    var unknown = said("a-" + number, number, 1);
    unknown.headers().remove("ce_type").remove("ce_subject").remove("ce_source");
    unknown.headers().add("ce_type", "example.weather.changed".getBytes(UTF_8));
    unknown.headers().add("ce_source", "https://weather.example/".getBytes(UTF_8));
    tell(unknown, said("b-" + number, number, 2));

    assertThat(tally(number)).isEqualTo(1);
    assertThat(count("unknown")).isEqualTo(before + 1);
    assertThat(held(number)).isEmpty();
  }

  @Test
  void one_of_our_own_facts_does_not_belong_here() {
    int number = NUMBERS.incrementAndGet();
    var ours = said("a-" + number, number, 1);
    ours.headers().remove("ce_type").add("ce_type", "org.threefold.need.sorted.v1".getBytes(UTF_8));
    tell(ours);

    assertThat(held(number))
        .map(Parking.HeldKey::reason)
        .contains("NeedSorted does not belong on activities");
  }

  @Test
  void an_event_that_cannot_be_handled_holds_up_its_own_key_until_it_is_replayed() {
    int number = NUMBERS.incrementAndGet();
    int other = NUMBERS.incrementAndGet();
    poison = ("/dept-cyl#a-" + number)::equals;
    tell(
        said("a-" + number, number, 1),
        said("b-" + number, number, 2),
        new ProducerRecord<>(TOPIC, key(number), "junk".getBytes(UTF_8)),
        said("a-" + other, other, 1));
    tell(said("c-" + number, number, 3));

    assertThat(tally(other)).isEqualTo(1);
    assertThat(tally(number)).isZero();
    Parking.HeldKey held = held(number).orElseThrow();
    assertThat(held.kind()).isEqualTo(Parking.Kind.FAILED);
    assertThat(held.records()).isEqualTo(4);

    assertThat(endpoint().replay(TOPIC, held.key())).containsEntry("done", 0);
    poison = _ -> false;
    TRIED.clear();
    assertThat(endpoint().replay(TOPIC, held.key())).containsEntry("done", 3);
    assertThat(TRIED)
        .containsExactly("/dept-cyl#a-" + number, "/dept-cyl#b-" + number, "/dept-cyl#c-" + number);
    assertThat(tally(number)).isEqualTo(3);
    assertThat(held(number)).map(Parking.HeldKey::kind).contains(Parking.Kind.MISFIT);
    tell(said("d-" + number, number, 4));
    assertThat(tally(number)).isEqualTo(4);
  }

  @Test
  void an_outage_is_no_poison() {
    int number = NUMBERS.incrementAndGet();
    outage = ("/dept-cyl#a-" + number)::equals;
    Map<TopicPartition, Long> ends = send(said("a-" + number, number, 1));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> TRIED.stream().filter(it -> it.equals("/dept-cyl#a-" + number)).count() >= 2);
    outage = _ -> false;
    awaitPassed(ends);

    assertThat(tally(number)).isEqualTo(1);
    assertThat(held(number)).isEmpty();
  }

  @Test
  void a_record_too_large_to_be_copied_is_parked_without_its_content() {
    int number = NUMBERS.incrementAndGet();
    var huge = new ProducerRecord<>(TOPIC, key(number), new byte[20 * 1024 * 1024]);
    tell(huge, said("a-" + number, number, 1));

    assertThat(tally(number)).isEqualTo(1);
    assertThat(held(number)).map(Parking.HeldKey::kind).contains(Parking.Kind.MISFIT);
    assertThat(all(TopicNames.parkedOf(TOPIC)))
        .filteredOn(it -> it.key() == null && header(it, "parked-reason").contains("larger"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.value()).isNull());
  }

  // --- what a department does

  private static byte[] key(int number) {
    return ("dept-cyl:" + number).getBytes(UTF_8);
  }

  private static byte[] data(int number, int revision) {
    return EventCodec.write(
        new ActivityCancelled(
            new DeptCode("CYL"),
            new SourceSystem("dept-cyl"),
            new ForeignId(Integer.toString(number)),
            revision));
  }

  private static ProducerRecord<byte[], byte[]> said(String id, int number, int revision) {
    var said = new ProducerRecord<>(TOPIC, key(number), data(number, revision));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_type", CANCELLED,
            "ce_source", "/dept-cyl",
            "ce_subject", Integer.toString(number),
            "ce_time", "2026-12-01T02:00:00Z",
            "content-type", "application/json")
        .forEach((name, value) -> said.headers().add(name, value.getBytes(UTF_8)));
    return said;
  }

  private static ProducerRecord<byte[], byte[]> structured(String id, int number, int revision) {
    String document =
        """
        {"specversion": "1.0", "id": "%s", "type": "%s", "source": "/dept-cyl", "subject": "%d",
         "data": %s}
        """
            .formatted(id, CANCELLED, number, new String(data(number, revision), UTF_8));
    var said = new ProducerRecord<>(TOPIC, key(number), document.getBytes(UTF_8));
    said.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
    return said;
  }

  @SafeVarargs
  private static void tell(ProducerRecord<byte[], byte[]>... records) {
    awaitPassed(send(records));
  }

  @SafeVarargs
  private static Map<TopicPartition, Long> send(ProducerRecord<byte[], byte[]>... records) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (ProducerRecord<byte[], byte[]> one : records) {
      try {
        RecordMetadata at = department.send(one).get();
        ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
      } catch (ExecutionException refused) {
        throw new AssertionError("The broker took no record", refused);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
    return ends;
  }

  private static void awaitPassed(Map<TopicPartition, Long> ends) {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> {
          var reached =
              admin.listConsumerGroupOffsets("outside").partitionsToOffsetAndMetadata().get();
          return ends.entrySet().stream()
              .allMatch(it -> {
                var at = reached.get(it.getKey());
                return at != null && at.offset() >= it.getValue();
              });
        });
  }

  private static int tally(int number) {
    @SuppressWarnings("unchecked")
    Aggregates<Tally, NeedEvent> tallies = context.getBean(Aggregates.class);
    return tallies.find(need(number).value()).map(it -> it.state().count()).orElse(0);
  }

  private static ParkedEndpoint endpoint() {
    return context.getBean(ParkedEndpoint.class);
  }

  private static Optional<Parking.HeldKey> held(int number) {
    return endpoint().held().getOrDefault(TOPIC, List.of()).stream()
        .filter(it -> it.key().equals("dept-cyl:" + number))
        .findFirst();
  }

  private static double count(String outcome) {
    return context
        .getBean(MeterRegistry.class)
        .counter("threefold.heard", "topic", TOPIC, "outcome", outcome)
        .count();
  }

  private static List<ConsumerRecord<byte[], byte[]>> deadLetters(int number) {
    return all(TopicNames.parkedOf(TOPIC)).stream()
        .filter(it -> it.key() != null && new String(it.key(), UTF_8).equals("dept-cyl:" + number))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
    return String.valueOf(Wire.header(found, name));
  }
}
