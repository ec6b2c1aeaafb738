package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.funds.ledger.Books.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Grade;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.journal.Proof;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.RecordingOutlet;
import org.threefold.messaging.Cause;

/**
 * Whatever is asked, in whatever order: the ledger agrees with a simpler one, and with itself after
 * a restart.
 */
class RandomLedgerTest {

  private static final int ROUNDS = 30;
  private static final int STEPS = 600;

  /** Far from the clock of the journal, so that holds run out when the test says so. */
  private static final Instant LONG_AFTER = NOON.plus(Duration.ofDays(300));

  private final MemoryJournalStore store = new MemoryJournalStore();
  private final Reference reference = new Reference();
  private Journal<FundBook, LedgerCommand, Change> journal = open();
  private int keys;

  private Journal<FundBook, LedgerCommand, Change> open() {
    var meters = new SimpleMeterRegistry();
    return new Journal<>(
        store,
        saved -> FundBook.open(Books.TERMS, saved),
        new Publisher(store, new RecordingOutlet(), meters),
        JournalSettings.of("fund-ledger").withSnapshotEvery(37),
        Clock.fixed(NOON, ZoneOffset.UTC),
        meters);
  }

  @Test
  void the_ledger_agrees_with_a_simpler_one() {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    for (int round = 0; round < ROUNDS; round++) {
      String which = "seed " + seed + ", round " + round;
      var test = new RandomLedgerTest();
      try {
        test.play(new Random(seed + round));
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError(which, failed);
      } finally {
        test.journal.close();
        journal.close();
      }
    }
  }

  private void play(Random random) {
    List<String> funds = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      FundId fund = new FundId("F-2026-CA_GOVERNANCE-0" + i);
      ask(Books.open(FundType.CA_GOVERNANCE, fund, List.of(), null));
      funds.add(fund.value());
      contribute(fund.value(), 1_000 + random.nextLong(100_000));
    }
    for (int step = 0; step < STEPS; step++) {
      step(random, funds);
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

  private void step(Random random, List<String> funds) {
    ProjectId project = new ProjectId("P-2026-511523100-000" + random.nextInt(8));
    String id = project.value();
    Reference.Project now = reference.project(id);
    switch (random.nextInt(12)) {
      case 0 -> contribute(funds.get(random.nextInt(4)), random.nextLong(5_000) - 100);
      case 1, 2 -> reserve(random, project, funds, now.version + random.nextInt(3) - 1);
      case 3 -> {
        ask(new FundingCommand.Commit(project, Funding.reservationOf(project, now.version), NOON));
        reference.commit(id, now.version);
      }
      case 4 -> {
        if (random.nextInt(4) == 0) {
          ask(new FundingCommand.Release(project, null, ReleaseCause.PROJECT_CANCELLED));
          reference.release(id);
        }
      }
      case 5 -> {
        if (random.nextInt(4) == 0) {
          ask(new FundingCommand.ExpireHold(project, LONG_AFTER));
          reference.expire(id);
        }
      }
      case 6 -> {
        long fen = Math.max(0, now.total() - random.nextLong(3) + 1);
        ask(
            new FundingCommand.Sign(
                project, new Contract(new ContractId("C-1"), Books.PAYEE, Books.CAB, fen)));
        reference.sign(id, fen);
      }
      case 7 -> {
        ask(new FundingCommand.Begin(project));
        reference.begin(id);
      }
      case 8 -> {
        int progress = random.nextInt(101);
        int evidence = random.nextInt(3);
        ask(new FundingCommand.Reach(project, progress, evidence));
        reference.reach(id, progress, evidence);
      }
      case 9 -> judge(random, project);
      default -> approve(random, project, now);
    }
  }

  private void judge(Random random, ProjectId project) {
    switch (random.nextInt(3)) {
      case 0 -> {
        ask(new FundingCommand.Accept(project));
        reference.accept(project.value());
      }
      case 1 -> {
        Grade grade = List.of(Grade.EXCELLENT, Grade.PASS, Grade.FAIL).get(random.nextInt(3));
        ask(new FundingCommand.Judge(project, grade));
        reference.judge(project.value(), grade);
      }
      default -> {
        ask(new FundingCommand.Mend(project));
        reference.mend(project.value());
      }
    }
  }

  private void contribute(String fund, long fen) {
    ask(new FundCommand.Contribute(new FundId(fund), fen, PayerKind.FISCAL, "r"));
    reference.contribute(fund, fen);
  }

  private void reserve(Random random, ProjectId project, List<String> funds, int version) {
    Map<String, Long> lines = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.put(funds.get(random.nextInt(4)), 1 + random.nextLong(20_000));
    }
    List<Plan.Line> plan =
        lines.entrySet().stream()
            .map(it ->
                new Plan.Line(
                    new FundId(it.getKey()),
                    it.getValue(),
                    Purpose.SERVICE_PROJECT,
                    CostCode.ACTIVITY))
            .toList();
    long total = lines.values().stream().mapToLong(it -> it).sum();
    ask(
        new FundingCommand.Reserve(
            project, new Plan(version, plan, total, Books.TOWN), List.of(), NOON));
    reference.reserve(project.value(), version, lines);
  }

  private void approve(Random random, ProjectId project, Reference.Project now) {
    int tranche = 1 + random.nextInt(3);
    Role role =
        List.of(Role.CAB, Role.FINANCE, Role.PURCHASER, Role.AUDITOR).get(random.nextInt(4));
    String subject = "person" + random.nextInt(4);
    var id = new DisbursementId(Funding.reservationOf(project, now.version) + "-T" + tranche);
    List<Event> said = ask(new FundingCommand.ApproveDisbursement(id, subject, Set.of(role)));
    boolean isStored = lastWasStored;
    assertThat(reference.approve(project.value(), tranche, subject, role, said))
        .isEqualTo(isStored);
  }

  private boolean lastWasStored;

  /** Asks, and as often as not asks the same again. */
  private List<Event> ask(LedgerCommand command) {
    var cause = new Cause.Asked("k" + keys++, "hash", null, "FINANCE@FIN", NOON, null);
    long before = journal.seq();
    try {
      long seq = journal.decide(command, cause).seq();
      if (keys % 2 == 0) {
        assertThat(journal.decide(command, cause).seq()).isEqualTo(seq);
      }
      lastWasStored = true;
      return store.read(seq, 1).stream()
          .flatMap(entry -> entry.decisions().stream())
          .flatMap(decided -> decided.facts().stream())
          .<Event>map(fact ->
              EventCodec.read(EventTypes.find(fact.attributes().type()).orElseThrow(), fact.data()))
          .toList();
    } catch (Refused | NotFound refused) {
      assertThat(journal.seq()).isEqualTo(before);
      lastWasStored = false;
      return List.of();
    }
  }

  private void compare() {
    Map<String, Balances> balances = new TreeMap<>();
    Map<String, String> projects = new TreeMap<>();
    journal.look(now -> {
      assertThat(now.accounts().trialBalance()).isZero();
      now.book()
          .fundsAfter(null)
          .forEach(it -> balances.put(it.id().value(), Balances.of(it.id(), now.accounts())));
      reference.projects.forEach((id, _) ->
          now.book().find(new ProjectId(id)).ifPresent(it -> projects.put(id, it.status().name())));
      return now.seq();
    });
    reference.funds.forEach((fund, it) ->
        assertThat(balances.get(fund))
            .as(fund)
            .isEqualTo(new Balances(it[0], it[2], it[3], it[4], 0, it[1])));
    assertThat(balances.values()).allMatch(Balances::hold);
    projects.forEach(
        (id, status) -> assertThat(status).as(id).isEqualTo(reference.project(id).status));
    long held =
        reference.projects.values().stream()
            .filter(it -> it.status.equals("HELD"))
            .mapToLong(Reference.Project::total)
            .sum();
    assertThat(balances.values().stream().mapToLong(Balances::heldFen).sum()).isEqualTo(held);
  }

  private void restart() {
    String before = journal.fingerprint();
    journal.close();
    journal = open();
    assertThat(journal.fingerprint()).isEqualTo(before);
  }

  private void prove() {
    Proof proof = new Proof();
    for (Entry entry : store.all()) {
      assertThat(proof.next(entry)).isEmpty();
    }
    assertThat(proof.accounts().trialBalance()).isZero();
    journal.look(now -> {
      reference.funds.forEach((fund, it) ->
          assertThat(proof.accounts().on(Pot.AVAILABLE.of(new FundId(fund)))).isEqualTo(it[1]));
      return now.seq();
    });
  }
}
