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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Grade;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.RejectionCode;
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

  /** Of 600 steps each; a longer run is asked for with -Dthreefold.rounds=. */
  private static final int ROUNDS = Integer.getInteger("threefold.rounds", 40);

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
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
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
      contribute(fund.value(), 1_000 + random.nextLong(100_000), "r" + i);
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
    switch (random.nextInt(17)) {
      case 0 -> contribute(funds.get(random.nextInt(4)), random.nextLong(5_000) - 100, "k" + keys);
      case 10 -> bank(random, funds.get(random.nextInt(4)));
      case 11 -> end(random, project, now);
      case 12 -> sendBack(random, project, now);
      case 13 -> {
        long fen = random.nextLong(5_000) - 100;
        String ref = "r" + random.nextInt(20);
        List<Event> said = ask(new FundingCommand.Refund(project, fen, ref));
        assertThat(lastWasStored).isEqualTo(reference.refund(id, fen, ref, said));
      }
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

  private void contribute(String fund, long fen, String ref) {
    ask(new FundCommand.Contribute(new FundId(fund), fen, PayerKind.FISCAL, ref));
    reference.contribute(fund, fen, ref);
  }

  private void bank(Random random, String fund) {
    var id = new FundId(fund);
    switch (random.nextInt(8)) {
      case 0 -> {
        String ref = "r" + random.nextInt(5);
        ask(new FundCommand.Reverse(id, ref));
        assertThat(lastWasStored).isEqualTo(reference.reverse(fund, ref));
      }
      case 1 -> {
        ask(new FundCommand.Freeze(id, FreezeReason.COUNTY_ORDER));
        assertThat(lastWasStored).isEqualTo(reference.freeze(fund));
      }
      default -> {
        String subject = "person" + random.nextInt(3);
        Role role = List.of(Role.FINANCE, Role.CAB, Role.AUDITOR).get(random.nextInt(3));
        ask(new FundCommand.Unfreeze(id, subject, Set.of(role)));
        assertThat(lastWasStored).isEqualTo(reference.unfreeze(fund, subject, role));
      }
    }
  }

  private void end(Random random, ProjectId project, Reference.Project now) {
    if (random.nextInt(4) == 0) {
      ask(new FundingCommand.Terminate(project));
      reference.terminate(project.value());
      return;
    }
    long fen = now.payable() - random.nextLong(3) * now.payable() / 2;
    String subject = "person" + random.nextInt(3);
    Role role = List.of(Role.CAB, Role.FINANCE).get(random.nextInt(2));
    List<Event> said = ask(new FundingCommand.Settle(project, fen, subject, Set.of(role)));
    boolean isStored = lastWasStored;
    assertThat(reference.settle(project.value(), fen, subject, role, said)).isEqualTo(isStored);
  }

  private void sendBack(Random random, ProjectId project, Reference.Project now) {
    int tranche = 1 + random.nextInt(3);
    var id = new DisbursementId(Funding.reservationOf(project, now.version) + "-T" + tranche);
    if (random.nextBoolean()) {
      ask(new FundingCommand.ResubmitDisbursement(id));
      assertThat(lastWasStored).isEqualTo(reference.putForward(project.value(), tranche));
      return;
    }
    Role role = List.of(Role.CAB, Role.FINANCE, Role.AUDITOR).get(random.nextInt(3));
    ask(new FundingCommand.RejectDisbursement(id, RejectionCode.DISPUTED, Set.of(role)));
    assertThat(lastWasStored).isEqualTo(reference.sendBack(project.value(), tranche, role));
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
    List<String> payers = payers(project, id);
    List<Event> said = ask(new FundingCommand.ApproveDisbursement(id, subject, Set.of(role)));
    boolean isStored = lastWasStored;
    assertThat(reference.approve(project.value(), tranche, subject, role, payers, said))
        .isEqualTo(isStored);
  }

  /** The funds the tranche would be paid from. */
  private List<String> payers(ProjectId project, DisbursementId id) {
    return journal.look(now ->
        now.book().find(project).stream()
            .flatMap(funding -> funding.disbursements().stream())
            .filter(disbursement -> disbursement.id().equals(id))
            .flatMap(disbursement -> disbursement.lines().stream())
            .map(line -> line.fund().value())
            .toList());
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
            .isEqualTo(new Balances(it[0], it[2], it[3], it[4], it[5], it[1])));
    balances.forEach(
        (fund, it) -> assertThat(it.hold(reference.frozen.containsKey(fund))).as(fund).isTrue());
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
