package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.NOON;
import static org.threefold.funds.ledger.Community.MICRO;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.MicroFundFellDormant;
import org.threefold.events.FundEvent.MicroFundStatementPublished;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.RecordingOutlet;
import org.threefold.messaging.Cause;

/**
 * Whatever a community asks over the years, and whenever the ledger is started again: the
 * micro-fund agrees with a heap of vouchers.
 */
class RandomMicroFundTest {

  /** Of 300 steps each; a longer run is asked for with -Dthreefold.rounds=. */
  private static final int ROUNDS = Integer.getInteger("threefold.rounds", 40);

  private static final int STEPS = 300;
  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
  private static final long FIRST_FEN = 500;

  private final MemoryJournalStore store = new MemoryJournalStore();
  private Journal<FundBook, LedgerCommand, Change> journal = open();
  private LocalDate today = LocalDate.parse("2026-11-23");
  private int keys;

  private Journal<FundBook, LedgerCommand, Change> open() {
    var meters = new SimpleMeterRegistry();
    return new Journal<>(
        store,
        saved -> FundBook.open(Books.TERMS, saved),
        new Publisher(store, new RecordingOutlet(), meters),
        JournalSettings.of("fund-ledger").withSnapshotEvery(23),
        // Time stands still for the journal, so that what is due comes when the test says so.
        Clock.fixed(NOON, ZoneOffset.UTC),
        meters);
  }

  @Test
  void the_micro_fund_agrees_with_a_heap_of_vouchers() {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    for (int round = 0; round < ROUNDS; round++) {
      var test = new RandomMicroFundTest();
      try {
        test.play(new Random(seed + round));
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("seed " + seed + ", round " + round, failed);
      } finally {
        test.journal.close();
        journal.close();
      }
    }
  }

  private void play(Random random) {
    ask(Books.open(FundType.MICRO, MICRO, List.of(), null));
    ask(new FundCommand.Contribute(MICRO, FIRST_FEN, PayerKind.CHARITY, "first"));
    ask(Community.establish(Community.charter(), now()));
    SimpleMicroFund simple = new SimpleMicroFund(today, FIRST_FEN);
    for (int step = 0; step < STEPS; step++) {
      today = today.plusDays(random.nextInt(10) == 0 ? random.nextInt(400) : random.nextInt(20));
      step(random, simple);
      compare(simple);
      if (random.nextInt(40) == 0) {
        restart();
      }
    }
  }

  /** Any time of the day in the county. */
  private Instant now() {
    return today.atTime(LocalTime.of(keys % 24, 59, 59)).atZone(COUNTY).toInstant();
  }

  private void step(Random random, SimpleMicroFund simple) {
    switch (random.nextInt(9)) {
      case 0, 1 -> {
        long fen = random.nextLong(1_000) - 50;
        String ref = "JZ-" + random.nextInt(60);
        boolean isStored = !ask(Community.donate(fen, ref, now())).isEmpty();
        assertThat(isStored).isEqualTo(simple.donate(today, fen, ref));
      }
      case 2, 3, 4 -> {
        long fen = random.nextLong(400) - 20;
        List<MicroCommand.Vote> votes = votes(random);
        boolean isStored = !ask(Community.grant(fen, votes, now())).isEmpty();
        assertThat(isStored).isEqualTo(simple.grant(today, fen, votes));
      }
      case 5, 6 -> publish(today.getYear() - random.nextInt(4), simple);
      case 7 -> takeBack("JZ-" + random.nextInt(60), simple);
      default -> {
        if (random.nextInt(30) == 0) {
          boolean isStored = !ask(new MicroCommand.End(MICRO, now())).isEmpty();
          assertThat(isStored).isEqualTo(simple.end(today));
        } else {
          List<Event> said = fallDormantAtMidnight();
          assertThat(said)
              .isEqualTo(
                  simple.fallAsleep(today) ? List.of(new MicroFundFellDormant(MICRO)) : List.of());
        }
      }
    }
  }

  /** To the vouchers a day is a day: the ledger, which counts instants, is asked at its end. */
  private List<Event> fallDormantAtMidnight() {
    Instant midnight = today.plusDays(1).atStartOfDay(COUNTY).toInstant();
    return ask(new MicroCommand.FallDormant(MICRO, midnight));
  }

  private static List<MicroCommand.Vote> votes(Random random) {
    List<MicroCommand.Vote> votes = new ArrayList<>();
    for (int member = 1; member <= 5; member++) {
      if (random.nextInt(4) > 0) {
        votes.add(new MicroCommand.Vote("M-" + member, random.nextInt(4) > 0));
      }
    }
    if (random.nextInt(10) == 0) {
      votes.add(new MicroCommand.Vote("M-" + (1 + random.nextInt(7)), true));
    }
    return votes;
  }

  private void publish(int year, SimpleMicroFund simple) {
    long[] expected = simple.publish(today, year);
    List<Event> said = ask(new MicroCommand.Publish(MICRO, year, now()));
    if (expected == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said)
          .containsExactly(
              new MicroFundStatementPublished(MICRO, year, expected[0], expected[1], expected[2]));
    }
  }

  /** As far as the fund can spare it; a fund that cannot is frozen, which others test. */
  private void takeBack(String ref, SimpleMicroFund simple) {
    if (simple.fen(ref) > simple.leftFen()) {
      return;
    }
    // The bank's notice has no time, so the ledger is told first that years are over.
    ask(new MicroCommand.EndYear(MICRO, now()));
    boolean isStored = !ask(new FundCommand.Reverse(MICRO, ref)).isEmpty();
    assertThat(isStored).isEqualTo(simple.takeBack(today, ref));
  }

  /** What is said beside the balances; nothing if it is refused. */
  private List<Event> ask(LedgerCommand command) {
    var cause = new Cause.Asked("k" + keys++, "hash", null, "FINANCE@FIN", NOON, null);
    try {
      long seq = journal.decide(command, cause).seq();
      return store.read(seq, 1).stream()
          .flatMap(entry -> entry.decisions().stream())
          .flatMap(decided -> decided.facts().stream())
          .<Event>map(fact ->
              EventCodec.read(EventTypes.find(fact.attributes().type()).orElseThrow(), fact.data()))
          .filter(event -> !(event instanceof FundBalanceChanged))
          .toList();
    } catch (Refused | NotFound refused) {
      return List.of();
    }
  }

  private void compare(SimpleMicroFund simple) {
    record Seen(String state, long availableFen, int grants) {}
    Seen seen =
        journal.look(now -> {
          MicroFund fund = now.book().micros().get(MICRO);
          Balances balances = Balances.of(MICRO, now.accounts());
          assertThat(balances.hold(false)).isTrue();
          return new Seen(fund.state().name(), balances.availableFen(), fund.grants());
        });
    assertThat(seen).isEqualTo(new Seen(simple.state(), simple.leftFen(), simple.grants));
  }

  private void restart() {
    String before = journal.fingerprint();
    journal.close();
    journal = open();
    assertThat(journal.fingerprint()).isEqualTo(before);
  }
}
