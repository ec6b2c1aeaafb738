package org.threefold.funds.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threefold.events.Attributes;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundId;
import org.threefold.events.PayerKind;
import org.threefold.events.Stream;
import org.threefold.messaging.Busy;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Contended;
import org.threefold.messaging.KeyReused;
import org.threefold.messaging.StaleVersion;
import org.threefold.messaging.StoreUnavailable;

/** Commits once, in order, whatever fails in between. */
class JournalTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final JournalSettings SETTINGS =
      new JournalSettings(
          "fund-ledger", 4096, 512, 256 * 1024, 1_000_000, 1_000, Duration.ofMillis(20));

  private final MemoryJournalStore store = new MemoryJournalStore();
  private final RecordingOutlet outlet = new RecordingOutlet();
  private final List<AutoCloseable> open = new ArrayList<>();
  private int submitted;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private Journal<Till, Till.Command, Till.Moved> journal() {
    return journal(SETTINGS);
  }

  private Journal<Till, Till.Command, Till.Moved> journal(JournalSettings settings) {
    var meters = new SimpleMeterRegistry();
    Journal<Till, Till.Command, Till.Moved> journal =
        new Journal<>(
            store,
            Till::open,
            new Publisher(store, outlet, meters),
            settings,
            Clock.fixed(NOON, ZoneOffset.UTC),
            meters);
    open.add(journal);
    return journal;
  }

  private static Cause.Asked asked(String key) {
    return new Cause.Asked(key, "hash", null, "FINANCE@FIN", NOON, null);
  }

  private static Cause.Heard heard(long version) {
    var event = new FundContributionReceived(new FundId("x"), 1, PayerKind.FISCAL, "x");
    return new Cause.Heard(
        Attributes.of(event, version, "elsewhere", NOON, "cause", "TIMER", null, null),
        "TIMER",
        NOON);
  }

  private static long in(Journal<Till, Till.Command, Till.Moved> journal, String till) {
    return journal.look(now -> now.accounts().on(till));
  }

  private void assertWhole() {
    Proof proof = new Proof();
    for (Entry entry : store.all()) {
      assertThat(proof.next(entry)).isEmpty();
    }
    assertThat(proof.accounts().trialBalance()).isZero();
    assertContiguous(
        store.all().stream()
            .flatMap(entry -> entry.decisions().stream())
            .flatMap(decided -> decided.facts().stream())
            .map(fact -> fact.attributes().id())
            .toList());
  }

  private static void assertContiguous(List<String> ids) {
    List<String> once = List.copyOf(new java.util.LinkedHashSet<>(ids));
    var next = new java.util.HashMap<String, Long>();
    for (String id : once) {
      String stream = id.substring(0, id.indexOf('@'));
      assertThat(id).isEqualTo(stream + "@" + next.merge(stream, 1L, Long::sum));
    }
  }

  @Test
  void commands_that_wait_share_one_entry() {
    var gate = new CountDownLatch(1);
    store.beforeInsert = () -> awaitQuietly(gate);
    var journal = journal();
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(journal.submit(new Till.Put("a", 1), asked("k" + i)));
    }
    gate.countDown();
    answers.forEach(CompletableFuture::join);
    assertThat(store.all()).hasSizeBetween(1, 3);
    assertThat(in(journal, "a")).isEqualTo(100);
    assertWhole();
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void entries_are_bounded_in_commands_and_in_bytes() {
    var gate = new CountDownLatch(1);
    store.beforeInsert = () -> awaitQuietly(gate);
    var journal =
        journal(
            new JournalSettings(
                "fund-ledger", 4096, 10, 4 * 1024, 1_000_000, 1_000, Duration.ofMillis(20)));
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(journal.submit(new Till.Put("a", 1), asked("k" + i)));
    }
    gate.countDown();
    answers.forEach(CompletableFuture::join);
    assertThat(store.all())
        .allSatisfy(entry -> {
          assertThat(entry.decisions()).hasSizeLessThanOrEqualTo(10);
          assertThat(entry.decisions().stream().mapToInt(Decided::size).sum()).isLessThan(6 * 1024);
        });
    assertWhole();
  }

  @Test
  void what_is_said_after_a_restart_is_what_was_decided() throws Exception {
    var journal = journal();
    var traced = new Cause.Asked("k", "hash", null, "FINANCE@FIN", NOON.plusNanos(7), "00-t-01");
    journal.decide(new Till.Put("a", 5), traced);
    Attributes said = store.all().getFirst().decisions().getFirst().facts().getFirst().attributes();
    assertThat(said)
        .isEqualTo(
            new Attributes(
                new Stream("fund", "a"),
                1,
                "org.threefold.fund.contribution-received.v1",
                "/threefold/fund-ledger",
                NOON,
                "a",
                "request/k",
                "FINANCE@FIN",
                null,
                "00-t-01"));
  }

  @Test
  void a_repeated_request_is_answered_again_and_decided_once() {
    var journal = journal();
    Receipt first = journal.decide(new Till.Put("a", 5), asked("k"));
    Receipt again = journal.decide(new Till.Put("a", 5), asked("k"));
    assertThat(again.ref()).isEqualTo(first.ref()).isEqualTo("a#5");
    assertThat(in(journal, "a")).isEqualTo(5);
  }

  @Test
  void a_key_for_another_body_is_refused() {
    var journal = journal();
    journal.decide(new Till.Put("a", 5), asked("k"));
    var other = new Cause.Asked("k", "other", null, "FINANCE@FIN", NOON, null);
    assertThatThrownBy(() -> journal.decide(new Till.Put("a", 6), other))
        .isInstanceOf(KeyReused.class);
    assertThat(in(journal, "a")).isEqualTo(5);
  }

  @Test
  void a_fact_heard_again_or_late_changes_nothing() {
    var journal = journal();
    journal.decide(new Till.Put("a", 5), heard(3));
    journal.decide(new Till.Put("a", 5), heard(3));
    journal.decide(new Till.Put("a", 5), heard(2));
    assertThat(in(journal, "a")).isEqualTo(5);
    journal.decide(new Till.Put("a", 5), heard(4));
    assertThat(in(journal, "a")).isEqualTo(10);
  }

  @Test
  void redelivery_after_a_restart_changes_nothing() throws Exception {
    var first = journal();
    first.decide(new Till.Put("a", 5), heard(1));
    first.decide(new Till.Put("a", 5), asked("k"));
    first.close();
    var second = journal();
    second.decide(new Till.Put("a", 5), heard(1));
    second.decide(new Till.Put("a", 5), asked("k"));
    assertThat(in(second, "a")).isEqualTo(10);
  }

  @Test
  void an_insert_of_unknown_outcome_that_happened_is_not_repeated() {
    var journal = journal();
    failOnce(true);
    assertThat(journal.decide(new Till.Put("a", 5), heard(1)).seq()).isEqualTo(1);
    assertThat(in(journal, "a")).isEqualTo(5);
    assertWhole();
  }

  @Test
  void an_insert_of_unknown_outcome_that_did_not_happen_is_repeated() {
    var journal = journal();
    failOnce(false);
    journal.decide(new Till.Put("a", 5), asked("k"));
    assertThat(in(journal, "a")).isEqualTo(5);
    assertWhole();
  }

  private void failOnce(boolean after) {
    var times = new AtomicInteger();
    MemoryJournalStore.Mishap once =
        () -> {
          if (times.getAndIncrement() == 0) {
            throw new MongoException("no answer");
          }
        };
    if (after) {
      store.afterInsert = once;
    } else {
      store.beforeInsert = once;
    }
  }

  @Test
  void a_store_that_is_away_is_said_so_and_asking_again_is_safe() {
    var journal = journal();
    store.afterInsert =
        () -> {
          throw new MongoException("away");
        };
    store.onRead = store.afterInsert;
    assertThatThrownBy(() -> journal.decide(new Till.Put("a", 5), asked("k")))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(journal.trouble()).isNotNull();
    store.afterInsert = MemoryJournalStore.NONE;
    store.onRead = MemoryJournalStore.NONE;
    journal.decide(new Till.Put("a", 5), asked("k"));
    assertThat(in(journal, "a")).isEqualTo(5);
    assertThat(journal.trouble()).isNull();
  }

  @Test
  void two_writers_on_one_store_lose_and_double_nothing() {
    var one = journal();
    var other = journal();
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      answers.add(one.submit(new Till.Put("a", 1), asked("one" + i)));
      answers.add(other.submit(new Till.Put("a", 1), asked("other" + i)));
      // The same request at both, as when a client tries again elsewhere.
      answers.add((i % 2 == 0 ? one : other).submit(new Till.Put("a", 1), asked("both" + i / 2)));
    }
    answers.forEach(CompletableFuture::join);
    assertWhole();
    await().untilAsserted(() -> assertThat(in(one, "a")).isEqualTo(750));
    await().untilAsserted(() -> assertThat(in(other, "a")).isEqualTo(750));
    await().untilAsserted(() -> assertThat(one.fingerprint()).isEqualTo(other.fingerprint()));
  }

  private List<CompletableFuture<Receipt>> submit(
      Journal<Till, Till.Command, Till.Moved> journal, Till.Command... commands) {
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (Till.Command command : commands) {
      answers.add(journal.submit(command, asked("s" + submitted++)));
    }
    return answers;
  }

  private static Till.Command[] times(int times, Till.Command... commands) {
    return IntStream.range(0, times)
        .mapToObj(_ -> commands)
        .flatMap(Arrays::stream)
        .toArray(Till.Command[]::new);
  }

  @Test
  void nobody_is_told_what_rests_on_an_entry_that_is_not_stored_yet() {
    var gate = new CountDownLatch(1);
    var journal = journal();
    store.beforeInsert = () -> awaitQuietly(gate);
    List<CompletableFuture<Receipt>> answers = submit(journal, times(60, new Till.Put("a", 1)));
    CompletableFuture<Receipt> repeated = journal.submit(new Till.Put("a", 1), asked("s0"));
    CompletableFuture<Receipt> refused = journal.submit(new Till.Take("a", 61), asked("take"));
    List<CompletableFuture<Receipt>> all = new ArrayList<>(answers);
    all.addAll(List.of(repeated, refused));

    await().during(Duration.ofMillis(100)).until(() -> all.stream().noneMatch(Future::isDone));
    gate.countDown();

    answers.forEach(CompletableFuture::join);
    assertThat(repeated.join().ref()).isEqualTo("a#1");
    assertThatThrownBy(refused::join).hasRootCauseMessage("too little in it");
    assertThat(in(journal, "a")).isEqualTo(60);
    assertWhole();
  }

  @Test
  void what_was_decided_on_an_entry_that_does_not_arrive_is_decided_again() {
    var gate = new CountDownLatch(1);
    var first = new AtomicBoolean(true);
    store.beforeInsert =
        () -> {
          awaitQuietly(gate);
          if (first.getAndSet(false)) {
            throw new MongoException("no answer");
          }
        };
    var journal = journal();
    List<CompletableFuture<Receipt>> answers =
        submit(journal, times(60, new Till.Put("a", 1), new Till.Take("a", 1)));
    gate.countDown();

    answers.forEach(CompletableFuture::join);
    assertThat(in(journal, "a")).isZero();
    assertThat(store.all().stream().mapToInt(it -> it.decisions().size()).sum()).isEqualTo(120);
    assertWhole();
  }

  @Test
  void who_is_beaten_to_an_entry_decides_on_what_the_other_wrote() {
    var other = journal();
    var one = journal();
    other.decide(new Till.Put("a", 20), asked("some"));
    one.decide(new Till.Put("b", 1), asked("b"));
    var first = new AtomicBoolean(true);
    store.beforeInsert =
        () -> {
          if (first.getAndSet(false)) {
            other.decide(new Till.Put("a", 100), asked("more"));
          }
        };
    submit(one, times(60, new Till.Take("a", 1))).forEach(CompletableFuture::join);

    assertThat(in(one, "a")).isEqualTo(60);
    assertWhole();
  }

  @Test
  void whatever_fails_on_the_way_nothing_is_lost_or_doubled() throws Exception {
    var random = new Random(7);
    MemoryJournalStore.Mishap sometimes =
        () -> {
          if (random.nextInt(4) == 0) {
            throw new MongoException("no answer");
          }
        };
    store.beforeInsert = sometimes;
    store.afterInsert = sometimes;
    var one = journal(SETTINGS.withSnapshotEvery(5));
    var other = journal();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 40; client++) {
        String name = "client" + client;
        var journal = client % 4 == 0 ? other : one;
        var _ = clients.submit(() -> insist(journal, name));
      }
    }
    store.beforeInsert = MemoryJournalStore.NONE;
    store.afterInsert = MemoryJournalStore.NONE;

    assertWhole();
    assertThat(store.all().stream().mapToInt(it -> it.decisions().size()).sum()).isEqualTo(800);
    await().untilAsserted(() -> assertThat(in(one, "a")).isEqualTo(800));
    await().untilAsserted(() -> assertThat(one.fingerprint()).isEqualTo(other.fingerprint()));
  }

  /** Asks twenty times, each time until there is an answer. */
  private static void insist(Journal<Till, Till.Command, Till.Moved> journal, String name) {
    for (int i = 0; i < 20; i++) {
      boolean answered = false;
      while (!answered) {
        try {
          journal.decide(new Till.Put("a", 1), asked(name + "-" + i));
          answered = true;
        } catch (StoreUnavailable | Contended askAgain) {
          answered = false;
        }
      }
    }
  }

  @Test
  void a_refusal_rests_on_what_all_writers_wrote() {
    var one = journal();
    var other = journal(SETTINGS.withSnapshotEvery(7));
    store.afterInsert = MemoryJournalStore.NONE;
    for (int i = 0; i < 50; i++) {
      one.decide(new Till.Put("a", 1), asked("put" + i));
      other.decide(new Till.Take("a", 1), asked("take" + i));
    }
    assertThatThrownBy(() -> one.decide(new Till.Take("a", 1), asked("more")))
        .hasMessage("too little in it");
  }

  @Test
  void a_refusal_stores_nothing() {
    var journal = journal();
    assertThatThrownBy(() -> journal.decide(new Till.Take("a", 1), asked("k")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.all()).isEmpty();
    journal.decide(new Till.Put("a", 1), asked("p"));
    journal.decide(new Till.Take("a", 1), asked("k"));
    assertThat(in(journal, "a")).isZero();
  }

  @Test
  void what_would_break_the_books_is_refused_and_closes_what_it_touches() {
    var journal = journal();
    journal.decide(new Till.Put("a", 1), asked("p"));
    assertThatThrownBy(() -> journal.decide(new Till.Steal("a", 2), asked("s")))
        .isInstanceOf(Unsound.class);
    assertThat(in(journal, "a")).isEqualTo(1);
    assertThatThrownBy(() -> journal.decide(new Till.Put("a", 1), asked("q"))).hasMessage("closed");
    journal.decide(new Till.Put("b", 1), asked("r"));
    assertWhole();
  }

  @Test
  void a_command_for_another_version_is_refused() {
    var journal = journal();
    journal.decide(new Till.Put("a", 1), asked("p"));
    var stale = new Cause.Asked("q", "hash", 7L, "FINANCE@FIN", NOON, null);
    assertThatThrownBy(() -> journal.decide(new Till.Put("a", 1), stale))
        .isInstanceOf(StaleVersion.class);
    var current = new Cause.Asked("q", "hash", 1L, "FINANCE@FIN", NOON, null);
    journal.decide(new Till.Put("a", 1), current);
    assertThat(journal.<Long>look(now -> now.version(new Stream("fund", "a")))).isEqualTo(2);
  }

  @Test
  void a_full_queue_is_said_so() {
    var gate = new CountDownLatch(1);
    store.beforeInsert = () -> awaitQuietly(gate);
    var journal =
        journal(
            new JournalSettings(
                "fund-ledger", 4, 1, 1024, 1_000_000, 1_000, Duration.ofMillis(20)));
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(journal.submit(new Till.Put("a", 1), asked("k" + i)));
    }
    assertThat(answers)
        .anySatisfy(answer ->
            assertThat(answer)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withCauseInstanceOf(Busy.class));
    gate.countDown();
  }

  @Test
  void requests_wait_outside_when_the_broker_is_away_too_long() {
    outlet.isAway(true);
    var journal = journal();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 2_000; i++) {
                journal.decide(new Till.Put("a", 1), asked("k" + i));
              }
            })
        .isInstanceOf(Busy.class);
    outlet.isAway(false);
    await().untilAsserted(() -> assertThat(outlet.said()).hasSizeGreaterThan(1_000));
    journal.decide(new Till.Put("a", 1), asked("later"));
  }

  @Test
  void a_restart_finds_the_same_books_with_and_without_a_snapshot() throws Exception {
    var first = journal(SETTINGS.withSnapshotEvery(10));
    for (int i = 0; i < 35; i++) {
      first.decide(new Till.Put("t" + i % 3, i + 1), asked("k" + i));
      first.decide(new Till.Take("t" + i % 3, 1), heard(i + 1));
    }
    String before = first.fingerprint();
    first.close();
    assertThat(store.snapshots).isNotEmpty();
    assertThat(journal().fingerprint()).isEqualTo(before);
    store.snapshots.clear();
    assertThat(journal().fingerprint()).isEqualTo(before);
  }

  @Test
  void a_snapshot_of_another_journal_is_passed_over() throws Exception {
    var first = journal(SETTINGS.withSnapshotEvery(2));
    first.decide(new Till.Put("a", 1), asked("1"));
    first.decide(new Till.Put("a", 1), asked("2"));
    String before = first.fingerprint();
    first.close();
    byte[] own = store.snapshots.get(2L);
    store.snapshots.put(
        2L, new Snapshot(2, "another", new byte[] {'{', '}'}, new byte[0]).zipped());
    assertThat(journal().fingerprint()).isEqualTo(before);
    assertThat(own).isNotNull();
  }

  @Test
  void one_changed_digit_is_found_and_nothing_starts_on_it() throws Exception {
    var first = journal();
    for (int i = 0; i < 5; i++) {
      first.decide(new Till.Put("a", 100 + i), asked("k" + i));
    }
    first.close();
    Objects.requireNonNull(store.journal.get(3L))
        .getList("decisions", Document.class)
        .getFirst()
        .getList("postings", Document.class)
        .getFirst()
        .append("fen", 103L);
    assertThatThrownBy(this::journal)
        .isInstanceOf(JournalBroken.class)
        .hasMessage("Entry 3: its content does not match its hash");
    Proof proof = new Proof();
    assertThat(store.all().stream().flatMap(entry -> proof.next(entry).stream()).findFirst())
        .contains(new Proof.Fault(3, "its content does not match its hash"));
    assertThat(proof.seq()).isEqualTo(2);
  }

  @Test
  void an_entry_taken_out_is_found() throws Exception {
    var first = journal();
    for (int i = 0; i < 3; i++) {
      first.decide(new Till.Put("a", 100 + i), asked("k" + i));
    }
    first.close();
    List<Entry> entries = store.all();
    Proof proof = new Proof();
    assertThat(proof.next(entries.get(0))).isEmpty();
    assertThat(proof.next(entries.get(2))).map(Proof.Fault::seq).contains(2L);
  }

  @Test
  void what_was_stored_and_not_said_before_a_crash_is_said_after_it() throws Exception {
    outlet.isAway(true);
    var first = journal();
    for (int i = 0; i < 200; i++) {
      first.decide(new Till.Put("t" + i % 3, 1), asked("k" + i));
    }
    first.close();
    assertThat(outlet.said()).isEmpty();
    outlet.isAway(false);
    journal();
    await().untilAsserted(() -> assertThat(outlet.said()).hasSize(200));
    assertContiguous(outlet.said());
  }

  @Test
  void what_was_said_and_not_noted_before_a_crash_is_said_again_in_order() throws Exception {
    store.onPublished =
        () -> {
          throw new MongoException("away");
        };
    var first = journal();
    first.decide(new Till.Put("a", 1), asked("1"));
    first.decide(new Till.Put("a", 1), asked("2"));
    await().untilAsserted(() -> assertThat(outlet.said()).contains("fund/a@2"));
    first.close();
    store.onPublished = MemoryJournalStore.NONE;
    var second = journal();
    second.decide(new Till.Put("a", 1), asked("3"));
    await().untilAsserted(() -> assertThat(outlet.said()).contains("fund/a@3"));
    await().untilAsserted(() -> assertThat(store.published()).isEqualTo(3));
    Set<String> all = new HashSet<>(outlet.said());
    assertThat(all).containsExactlyInAnyOrder("fund/a@1", "fund/a@2", "fund/a@3");
    assertContiguous(outlet.said());
  }
}
