package org.threefold.funds.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Forgery;
import org.threefold.funds.journal.Money;
import org.threefold.funds.journal.MongoJournalStore;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.TestLedger;
import org.threefold.testkit.mongo.LocalMongo;

/** The service finds what was changed behind its back, and says nothing when nothing was. */
class ProverTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final ProofSettings ALWAYS = new ProofSettings(100_000, Duration.ZERO);
  private static final ProofSettings ONCE = new ProofSettings(100_000, Duration.ofDays(1));

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static LocalMongo server;

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static MongoClient client;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private MongoDatabase database;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private MongoJournalStore store;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private TestLedger ledger;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private Prover prover;

  private SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private FundId fund = new FundId("F-1");

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
    ledger = new TestLedger(store);
    List<FundLabel> funds = List.of(ledger.open("F-1"), ledger.open("F-2"));
    funds.forEach(it -> ledger.contribute(it.id(), 1_000));
    ledger.play(new Random(1), funds, 60);
    prover = prover(ALWAYS);
  }

  @AfterEach
  void close() {
    prover.close();
    ledger.close();
  }

  private Prover prover(ProofSettings settings) {
    meters = new SimpleMeterRegistry();
    return new Prover(
        store, ledger.ledger, new BookmarkStore(database), settings, ledger.clock, meters);
  }

  private MongoCollection<Document> journal() {
    return database.getCollection("journal");
  }

  private void change(long seq, String field, Object value) {
    journal().updateOne(Filters.eq("_id", seq), Updates.set(field, value));
  }

  private Health health() {
    return new ProofHealth(prover).health();
  }

  private double faults() {
    return meters.get("threefold.journal.faults").counter().count();
  }

  private long proved() {
    return (long) meters.get("threefold.journal.proved").gauge().value();
  }

  private void findsFault(long seq, String reason) {
    eventually(() -> {
      assertThat(health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health().getDetails()).containsEntry("entry", seq).containsEntry("reason", reason);
    });
    assertThat(faults()).isEqualTo(1);
  }

  @Test
  void nothing_is_said_of_a_sound_journal_and_its_last_entry_is_proved() {
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    ledger.contribute(fund, 5);
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    assertThat(health().getStatus()).isEqualTo(Status.UP);
    assertThat(faults()).isZero();
    assertThat(ledger.isFrozen(fund)).isFalse();
  }

  @Test
  void a_changed_amount_in_an_entry_that_was_proved_before_is_found_and_what_is_put_right_too() {
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    change(3, "decisions.0.postings.0.fen", 1_001L);
    findsFault(3, "its content does not match its hash");
    change(3, "decisions.0.postings.0.fen", 1_000L);
    eventually(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
    assertThat(faults()).isEqualTo(1);
  }

  @Test
  void a_deleted_entry_is_found() {
    journal().deleteOne(Filters.eq("_id", 5L));
    findsFault(5, "it is missing, the last is " + ledger.ledger.seq());
  }

  @Test
  void the_last_entry_is_missed_when_it_is_deleted() {
    long last = ledger.ledger.seq();
    journal().deleteOne(Filters.eq("_id", last));
    findsFault(last, "it is missing, the last is " + last);
  }

  @Test
  void an_entry_that_cannot_be_read_is_found() {
    change(7, "decisions", "nothing");
    findsFault(7, "it cannot be read");
  }

  /** Every entry from this one on is replaced, with a perfect chain. */
  private void rewrite(List<Entry> forged) {
    for (Entry entry : forged) {
      journal().deleteOne(Filters.eq("_id", entry.seq()));
      store.insert(entry);
    }
  }

  @Test
  void a_chain_that_was_written_anew_is_found_as_long_as_the_service_remembers() {
    List<Entry> entries = store.read(1, 1000);
    rewrite(
        Forgery.rewritten(
            entries,
            4,
            entry -> new Entry(5, entry.at().plusMillis(1), entry.decisions(), "", "")));
    findsFault(ledger.ledger.seq(), "it is not the entry that the service has written");
  }

  @Test
  void a_fund_whose_balances_cannot_be_is_frozen() {
    ledger.contribute(fund, 5);
    long seq = ledger.ledger.seq();
    List<Entry> entries = store.read(1, 1000);
    rewrite(
        Forgery.rewritten(
            entries,
            (int) seq - 1,
            entry ->
                Forgery.changed(
                    entry,
                    0,
                    decided ->
                        Forgery.moving(
                            decided,
                            List.of(
                                new Posting("F-1/DISBURSED", "F-1/HELD", new Money(1_000_000)))))));
    eventually(() -> assertThat(health().getStatus()).isEqualTo(Status.DOWN));
    assertThat(health().getDetails())
        .hasEntrySatisfying(
            "reason",
            it -> assertThat(it.toString()).startsWith("fund F-1: what stands on it cannot be"));
    eventually(() -> assertThat(ledger.isFrozen(fund)).isTrue());
    assertThat(ledger.isFrozen(new FundId("F-2"))).isFalse();
    assertThat(faults()).isEqualTo(1);
  }

  @Test
  void a_round_goes_on_where_it_was_interrupted() {
    prover.close();
    prover = prover(ONCE);
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    prover.close();
    ledger.contribute(fund, 5);
    // Would be found by a round that begins with the first entry.
    change(3, "decisions.0.postings.0.fen", 1_001L);
    prover = prover(ONCE);
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    assertThat(health().getStatus()).isEqualTo(Status.UP);
    ledger.clock.advance(Duration.ofDays(1));
    findsFault(3, "its content does not match its hash");
  }

  @Test
  void an_entry_that_was_proved_before_a_stop_and_is_another_after_it_is_found() {
    eventually(() -> assertThat(proved()).isEqualTo(ledger.ledger.seq()));
    prover.close();
    long last = new BookmarkStore(database).find().orElseThrow().seq();
    change(last, "hash", "00");
    prover = prover(ALWAYS);
    findsFault(last, "it is not the entry that was proved before the last stop");
  }
}
