package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.journal.Proof;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.RecordingOutlet;
import org.threefold.funds.ledger.RandomCounty.Wish;
import org.threefold.testkit.TestClock;

/**
 * Whatever is asked, in whatever order, over the years: the ledger agrees with a simpler one, and
 * with itself after a restart.
 */
class RandomLedgerTest {

  /** Of 600 steps each; a longer run is asked for with -Dthreefold.rounds=. */
  private static final int ROUNDS = Integer.getInteger("threefold.rounds", 40);

  private static final int STEPS = 600;

  /** What is due is looked for whenever a day has passed, and at no other time. */
  private static final JournalSettings SETTINGS =
      new JournalSettings("fund-ledger", 64, 64, 64 * 1024, 37, 100_000, Duration.ofHours(1));

  private final MemoryJournalStore store = new MemoryJournalStore();
  private final TestClock clock = TestClock.at(NOON);
  private final Reference reference = new Reference();
  private Journal<FundBook, LedgerCommand, Change> journal = open();
  private int asked;

  private Journal<FundBook, LedgerCommand, Change> open() {
    var meters = new SimpleMeterRegistry();
    return new Journal<>(
        store,
        saved -> FundBook.open(Books.TERMS, saved),
        new Publisher(store, new RecordingOutlet(), meters),
        SETTINGS,
        clock,
        meters);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void the_ledger_agrees_with_a_simpler_one() {
    journal.close();
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    for (int round = 0; round < ROUNDS; round++) {
      var test = new RandomLedgerTest();
      try {
        test.play(new Random(seed + round));
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("seed " + seed + ", round " + round, failed);
      } finally {
        test.journal.close();
      }
    }
  }

  private void play(Random random) {
    RandomCounty county = new RandomCounty(random, reference);
    for (int step = 0; step < STEPS; step++) {
      Wish wish = county.next();
      clock.advance(wish.later());
      boolean isDone = isDone(wish);
      assertThat(isDone)
          .as("step %s: %s", step, wish.command())
          .isEqualTo(reference.ask(wish.command(), Reference.day(clock.instant())));
      if (random.nextInt(10) == 0) {
        compare();
      }
      if (random.nextInt(60) == 0) {
        restart();
      }
    }
    compare();
    prove();
  }

  /** Asks, and as often as not asks the same again. */
  private boolean isDone(Wish wish) {
    try {
      long seq = journal.decide(wish.command(), wish.cause()).seq();
      if (++asked % 2 == 0) {
        assertThat(journal.decide(wish.command(), wish.cause()).seq()).isEqualTo(seq);
      }
      return true;
    } catch (Refused | NotFound refused) {
      return false;
    }
  }

  private void compare() {
    Map<String, Balances> balances = new TreeMap<>();
    Map<String, String> states = new TreeMap<>();
    long trialBalance =
        journal.look(now -> {
          FundBook book = now.book();
          for (Fund fund : book.fundsAfter(null)) {
            balances.put(fund.id().value(), Balances.of(fund.id(), now.accounts()));
            states.put(fund.id().value(), fund.status().name());
          }
          reference.projects.forEach((id, _) ->
              book.find(new ProjectId(id)).ifPresent(it -> states.put(id, it.status().name())));
          book.micros().all().forEach(it -> states.put("micro", it.state().name()));
          return now.accounts().trialBalance();
        });
    assertThat(trialBalance).isZero();
    Map<String, Balances> expected = new TreeMap<>();
    Map<String, String> expectedStates = new TreeMap<>();
    reference.funds.forEach((id, fund) -> {
      expected.put(id, fund.balances());
      expectedStates.put(id, fund.closed ? "CLOSED" : fund.frozen ? "FROZEN" : "OPEN");
    });
    reference.projects.forEach((id, project) -> expectedStates.put(id, project.status));
    reference.micros.forEach((_, micro) -> expectedStates.put("micro", micro.state()));
    assertThat(balances).isEqualTo(expected);
    assertThat(states).isEqualTo(expectedStates);
    balances.forEach(
        (id, it) -> assertThat(it.hold("FROZEN".equals(expectedStates.get(id)))).as(id).isTrue());
    long held =
        reference.projects.values().stream()
            .filter(it -> it.status.equals("HELD"))
            .mapToLong(ReferenceProject::total)
            .sum();
    assertThat(balances.values().stream().mapToLong(Balances::heldFen).sum()).isEqualTo(held);
  }

  private void restart() {
    String before = journal.fingerprint();
    journal.close();
    journal = open();
    assertThat(journal.fingerprint()).isEqualTo(before);
  }

  /** What was counted as leverage, what users may still have back, and all postings once more. */
  private void prove() {
    Proof proof = new Proof();
    for (Entry entry : store.all()) {
      assertThat(proof.next(entry)).isEmpty();
    }
    assertThat(proof.accounts().trialBalance()).isZero();
    reference.funds.forEach((id, fund) ->
        assertThat(Balances.of(new FundId(id), proof.accounts())).isEqualTo(fund.balances()));
    Map<String, Long> leveraged = new TreeMap<>();
    Map<String, Long> fees = new TreeMap<>();
    long _ =
        journal.look(now -> {
          now.book()
              .leverages()
              .all()
              .forEach(it -> leveraged.put(it.fund() + " " + it.ref(), it.fen()));
          now.book()
              .fees()
              .all()
              .filter(it -> isThere(it, now.book()))
              .forEach(it -> fees.put(it.fund() + " " + it.ref(), it.leftFen()));
          return now.seq();
        });
    assertThat(leveraged).isEqualTo(reference.leveraged());
    assertThat(fees).isEqualTo(reference.fees());
  }

  private static boolean isThere(Fees.Fee fee, FundBook book) {
    return book.receipts().find(fee.fund(), fee.ref()).filter(it -> !it.reversed()).isPresent();
  }
}
