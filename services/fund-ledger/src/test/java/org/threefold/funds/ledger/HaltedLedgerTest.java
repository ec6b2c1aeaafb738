package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.funds.ledger.Books.GOVERNANCE;
import static org.threefold.funds.ledger.Books.NOON;
import static org.threefold.funds.ledger.Books.PROJECT;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threefold.access.Refused;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.Receipt;
import org.threefold.funds.ledger.Machine.Halt;
import org.threefold.funds.ledger.Machine.Place;
import org.threefold.funds.ledger.RandomCounty.Wish;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Outlet.Outgoing;
import org.threefold.testkit.TestClock;

/**
 * The machine may stop at any entry: before it is stored, before anybody knows that it is, before
 * its snapshot, or before it is noted that its facts were said. Started again from what is stored,
 * and asked again what was not answered, the ledger writes the same journal to the last hash, gives
 * the same answers and says the same facts.
 */
class HaltedLedgerTest {

  /** A longer run is asked for with -Dthreefold.rounds=. */
  private static final int ROUNDS = Integer.getInteger("threefold.rounds", 2);

  private static final int WISHES = 100;
  private static final int SNAPSHOT_EVERY = 5;

  /** What is due is looked for whenever a day has passed, and at no other time. */
  private static final JournalSettings SETTINGS =
      new JournalSettings(
          "fund-ledger", 64, 64, 64 * 1024, SNAPSHOT_EVERY, 100_000, Duration.ofHours(1));

  /** All there is to see of a ledger that was asked everything. */
  private record Seen(
      List<String> hashes, List<String> answers, List<String> said, String fingerprint) {}

  private TestClock clock = TestClock.at(NOON);
  private Machine.Rest rest = new Machine.Rest();
  private @Nullable Machine machine;
  private @Nullable Journal<FundBook, LedgerCommand, Change> journal;

  @AfterEach
  void stop() {
    if (journal != null) {
      journal.close();
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void a_halt_at_any_entry_changes_nothing() {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    for (int round = 0; round < ROUNDS; round++) {
      List<Wish> wishes = wishes(new Random(seed + round));
      Seen whole = play(wishes, Machine.NEVER);
      for (int seq = 1; seq <= whole.hashes().size(); seq++) {
        for (Place place : Place.values()) {
          if (place == Place.NEVER
              || (place == Place.BEFORE_SNAPSHOT && seq % SNAPSHOT_EVERY != 0)) {
            continue;
          }
          assertThat(play(wishes, new Halt(place, seq)))
              .as("seed %s, round %s, %s entry %s", seed, round, place, seq)
              .isEqualTo(whole);
        }
      }
    }
  }

  @Test
  void what_ran_out_is_free_for_whoever_asks_next() {
    start(Machine.NEVER);
    ask(Books.open(FundType.CA_GOVERNANCE, GOVERNANCE, List.of(), null));
    ask(new FundCommand.Contribute(GOVERNANCE, 100, PayerKind.FISCAL, "receipt-1"));
    ask(Books.reserve(1, Books.line(GOVERNANCE, 100)));
    clock.advance(Books.TERMS.hold());
    ProjectId next = new ProjectId("P-2026-511523100-0002");
    Plan plan = new Plan(1, List.of(Books.line(GOVERNANCE, 100)), 100, Books.TOWN);
    ask(new FundingCommand.Reserve(next, plan, List.of(), clock.instant()));
    assertThat(status(PROJECT)).isEqualTo(Funding.Status.EXPIRED);
    assertThat(status(next)).isEqualTo(Funding.Status.HELD);
  }

  private void ask(LedgerCommand command) {
    String key = "k" + rest.disk.all().size();
    Receipt _ =
        journal()
            .decide(
                command, new Cause.Asked(key, "hash", null, "FINANCE@FIN", clock.instant(), null));
  }

  private Funding.Status status(ProjectId project) {
    return journal().look(now -> now.book().find(project).orElseThrow().status());
  }

  private static List<Wish> wishes(Random random) {
    Reference reference = new Reference();
    RandomCounty county = new RandomCounty(random, reference);
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < WISHES; i++) {
      Wish wish = county.next();
      wishes.add(wish);
      boolean _ = reference.ask(wish.command(), Reference.day(wish.cause().at()));
    }
    return wishes;
  }

  private Seen play(List<Wish> wishes, Halt halt) {
    clock = TestClock.at(NOON);
    rest = new Machine.Rest();
    start(halt);
    List<String> answers = new ArrayList<>();
    for (Wish wish : wishes) {
      clock.advance(wish.later());
      answers.add(answer(wish));
    }
    awaitAllSaid();
    assertThat(machine().stopped.isDone()).as("runs again").isFalse();
    return new Seen(
        rest.disk.all().stream().map(Entry::hash).toList(),
        answers,
        saidOnce(),
        journal().fingerprint());
  }

  private void start(Halt halt) {
    stop();
    var meters = new SimpleMeterRegistry();
    Machine started = new Machine(rest, halt);
    machine = started;
    journal =
        new Journal<>(
            started,
            saved -> FundBook.open(Books.TERMS, saved),
            new Publisher(started, started, meters),
            SETTINGS,
            clock,
            meters);
  }

  private Machine machine() {
    return Objects.requireNonNull(machine);
  }

  private Journal<FundBook, LedgerCommand, Change> journal() {
    return Objects.requireNonNull(journal);
  }

  /** A client asks again, with the same cause, until it is answered. */
  private String answer(Wish wish) {
    while (true) {
      CompletableFuture<String> answer =
          journal().submit(wish.command(), wish.cause()).handle(HaltedLedgerTest::inWords);
      Object _ = CompletableFuture.anyOf(answer, machine().stopped).join();
      if (!machine().stopped.isDone()) {
        return answer.join();
      }
      start(Machine.NEVER);
    }
  }

  private static String inWords(@Nullable Receipt receipt, @Nullable Throwable refused) {
    if (refused instanceof Refused it) {
      return it.code();
    }
    return receipt == null ? String.valueOf(refused) : receipt.ref();
  }

  private void awaitAllSaid() {
    while (true) {
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> machine().stopped.isDone() || rest.disk.published() == journal().seq());
      if (!machine().stopped.isDone()) {
        return;
      }
      start(Machine.NEVER);
    }
  }

  /** What was said, without repetitions; a repetition says the same. */
  private List<String> saidOnce() {
    List<String> said = machine().said().stream().map(HaltedLedgerTest::inWords).toList();
    List<String> once = List.copyOf(new LinkedHashSet<>(said));
    assertThat(once.stream().map(it -> it.substring(0, it.indexOf(' ')))).doesNotHaveDuplicates();
    return once;
  }

  private static String inWords(Outgoing fact) {
    return fact.attributes().id()
        + " "
        + fact.attributes()
        + " "
        + new String(fact.data(), StandardCharsets.UTF_8);
  }
}
