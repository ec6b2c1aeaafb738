package org.threefold.funds.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threefold.messaging.Cause;
import org.threefold.testkit.mongo.LocalMongo;

/** The journal on a MongoDB. */
class MongoJournalStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final AtomicInteger DATABASES = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static LocalMongo server;

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static MongoClient client;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private MongoDatabase database;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private MongoJournalStore store;

  @BeforeAll
  static void start() {
    server = LocalMongo.inMemory();
    client = MongoClients.create(server.uri());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void open() {
    database = client.getDatabase("funds" + DATABASES.incrementAndGet());
    store = new MongoJournalStore(database);
  }

  private Journal<Till, Till.Command, Till.Moved> journal(RecordingOutlet outlet) {
    var meters = new SimpleMeterRegistry();
    return new Journal<>(
        store,
        Till::open,
        new Publisher(store, outlet, meters),
        new JournalSettings("fund-ledger", 4096, 8, 256 * 1024, 10, 10_000, Duration.ofMillis(20)),
        Clock.systemUTC(),
        meters);
  }

  private static Cause asked(String key) {
    return new Cause.Asked(key, "hash", null, "FINANCE@FIN", NOON, null);
  }

  private List<Entry> all() {
    return store.read(1, 1000);
  }

  @Test
  void entries_come_back_as_they_were_and_can_be_taken_once() {
    Entry first =
        Chain.seal(
            1,
            NOON,
            List.of(
                new Decided(
                    "request/k",
                    NOON,
                    "FINANCE@FIN",
                    "k",
                    "hash",
                    "00-trace-01",
                    null,
                    0,
                    "ref",
                    List.of(),
                    List.of(new Posting("a", "b", new Money(7))),
                    List.of())),
            Chain.GENESIS);
    store.insert(first);
    assertThatThrownBy(() -> store.insert(Chain.seal(1, NOON, List.of(), Chain.GENESIS)))
        .isInstanceOf(Taken.class);
    assertThat(all()).hasSize(1);
    assertThat(all().getFirst()).isEqualTo(first);
    assertThat(Chain.isWhole(all().getFirst())).isTrue();
  }

  @Test
  void a_hole_is_found() {
    store.insert(Chain.seal(1, NOON, List.of(), Chain.GENESIS));
    store.insert(Chain.seal(3, NOON, List.of(), Chain.GENESIS));
    assertThatThrownBy(() -> store.read(1, 10)).isInstanceOf(JournalBroken.class);
  }

  @Test
  void some_entries_are_picked_in_order_or_it_is_said_that_one_is_missing() {
    for (long seq = 1; seq <= 5; seq++) {
      store.insert(Chain.seal(seq, NOON, List.of(), Chain.GENESIS));
    }
    assertThat(store.pick(List.of(4L, 2L))).extracting(Entry::seq).containsExactly(2L, 4L);
    assertThatThrownBy(() -> store.pick(List.of(2L, 6L))).isInstanceOf(JournalBroken.class);
    assertThatThrownBy(() -> store.pick(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_position_never_moves_back() {
    assertThat(store.published()).isZero();
    store.published(5);
    store.published(3);
    assertThat(store.published()).isEqualTo(5);
  }

  @Test
  void large_snapshots_come_back_whole_and_only_a_few_are_kept() {
    byte[] large = new byte[MongoJournalStore.PART_BYTES + 1000];
    new Random(7).nextBytes(large);
    for (long seq = 10; seq <= 50; seq += 10) {
      store.save(seq, seq == 50 ? large : new byte[] {(byte) seq});
    }
    assertThat(store.snapshotBefore(Long.MAX_VALUE)).contains(large);
    assertThat(store.snapshotBefore(40)).contains(new byte[] {30});
    assertThat(store.snapshotBefore(30)).isEmpty();
    assertThat(database.getCollection("snapshots").countDocuments()).isEqualTo(3 + 1 + 3);
  }

  @Test
  void a_torn_snapshot_is_passed_over() {
    store.save(10, new byte[] {1, 2, 3});
    store.save(20, new byte[] {4, 5, 6});
    database
        .getCollection("snapshots")
        .updateOne(
            Filters.eq("_id", "part/20/0"), Updates.set("bytes", new Binary(new byte[] {4, 5, 7})));
    assertThat(store.snapshotBefore(Long.MAX_VALUE)).contains(new byte[] {1, 2, 3});
  }

  @Test
  void two_writers_a_restart_and_the_proof() {
    var outlet = new RecordingOutlet();
    String before;
    try (var one = journal(outlet);
        var other = journal(outlet)) {
      List<CompletableFuture<Receipt>> answers = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        answers.add((i % 2 == 0 ? one : other).submit(new Till.Put("a", 1), asked("k" + i)));
      }
      answers.forEach(CompletableFuture::join);
      await().untilAsserted(() -> assertThat(one.fingerprint()).isEqualTo(other.fingerprint()));
      await().untilAsserted(() -> assertThat(outlet.said()).contains("fund/a@300"));
      before = one.fingerprint();
    }
    assertThat(database.getCollection("snapshots").countDocuments()).isPositive();
    try (var again = journal(outlet)) {
      assertThat(again.fingerprint()).isEqualTo(before);
      assertThat(again.<Long>look(now -> now.accounts().on("a"))).isEqualTo(300);
    }
    Proof proof = new Proof();
    for (Entry entry : all()) {
      assertThat(proof.next(entry)).isEmpty();
    }
    assertThat(proof.accounts().on("a")).isEqualTo(300);
  }

  @Test
  void one_changed_digit_in_the_database_is_found() {
    try (var journal = journal(new RecordingOutlet())) {
      for (int i = 0; i < 5; i++) {
        journal.decide(new Till.Put("a", 100), asked("k" + i));
      }
    }
    database
        .getCollection("journal")
        .updateOne(Filters.eq("_id", 4L), Updates.set("decisions.0.postings.0.fen", 101L));
    assertThatThrownBy(() -> journal(new RecordingOutlet()))
        .isInstanceOf(JournalBroken.class)
        .hasMessage("Entry 4: its content does not match its hash");
  }
}
