package org.threefold.funds.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Grade;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.RecordingOutlet;
import org.threefold.messaging.Cause;
import org.threefold.testkit.TestClock;

/** A whole ledger on a store of the test's, asked by method calls. */
public final class TestLedger implements AutoCloseable {

  public final TestClock clock = TestClock.at(Books.NOON);
  public final Ledger ledger;
  private final Journal<FundBook, LedgerCommand, Change> journal;
  private int keys;
  private int receipts;

  /** Opens the ledger of this store. */
  public TestLedger(JournalStore store) {
    var meters = new SimpleMeterRegistry();
    journal =
        new Journal<>(
            store,
            saved -> FundBook.open(Books.TERMS, saved),
            new Publisher(store, new RecordingOutlet(), meters),
            JournalSettings.of("fund-ledger"),
            clock,
            meters);
    ledger = new Ledger(journal);
  }

  /** Opens a fund that pays for everything. */
  public FundLabel open(String id) {
    ask(Books.open(FundType.CA_GOVERNANCE, new FundId(id), List.of(), null));
    return new FundLabel(new FundId(id), "养老服务资金", FundType.CA_GOVERNANCE, Books.CAB, 2026, null);
  }

  /** Pays in. */
  public void contribute(FundId fund, long fen) {
    ask(new FundCommand.Contribute(fund, fen, PayerKind.FISCAL, "receipt-" + ++receipts));
  }

  /** The bank takes back what was paid in by this number, if it was paid into this fund. */
  public void takeBack(FundId fund, int receipt) {
    ask(new FundCommand.Reverse(fund, "receipt-" + receipt));
  }

  /** Finance and civil affairs agree that money of the fund may move again. */
  public void unfreeze(FundId fund) {
    ask(new FundCommand.Unfreeze(fund, "treasurer", Set.of(Role.FINANCE)));
    ask(new FundCommand.Unfreeze(fund, "chief", Set.of(Role.CAB)));
  }

  /** Asks for money of one fund for a project. */
  public void reserve(String project, int version, FundId fund, long fen) {
    ask(
        new FundingCommand.Reserve(
            new ProjectId(project),
            new Plan(version, List.of(Books.line(fund, fen)), fen, Books.TOWN),
            List.of(ClientGroup.ELDER),
            clock.instant()));
  }

  /** Promises what is held for a project. */
  public void commit(String project, int version) {
    ProjectId id = new ProjectId(project);
    ask(new FundingCommand.Commit(id, Funding.reservationOf(id, version), clock.instant()));
  }

  /** Gives back what the project has. */
  public void release(String project) {
    ask(new FundingCommand.Release(new ProjectId(project), null, ReleaseCause.PROJECT_CANCELLED));
  }

  /** What stands on a project by its own state, whatever was posted. */
  public Balances standing(ProjectId project) {
    return journal.look(now ->
        now.book()
            .find(project)
            .map(it -> {
              long bound = it.status().isLive() ? it.plan().totalFen() : it.paidFen();
              long held = it.status() == Funding.Status.HELD ? bound : 0;
              return new Balances(0, held, bound - held - it.paidFen(), it.paidFen(), 0, -bound);
            })
            .orElse(new Balances(0, 0, 0, 0, 0, 0)));
  }

  /** Whether nothing may move on the fund. */
  public boolean isFrozen(FundId fund) {
    return journal.look(now -> !now.book().get(fund).isOpen());
  }

  /**
   * Lets projects ask for money and be paid, and the bank take money back, at random, while time
   * passes; now and then the clock is set back.
   *
   * @return the projects
   */
  public List<ProjectId> play(Random random, List<FundLabel> funds, int steps) {
    List<ProjectId> projects = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      projects.add(new ProjectId("P-2026-511523100-000" + i));
    }
    int[] versions = new int[projects.size()];
    for (int step = 0; step < steps; step++) {
      clock.advance(Duration.ofMillis(random.nextInt(20) == 0 ? -60_000 : random.nextInt(20_000)));
      int which = random.nextInt(projects.size());
      step(random, funds, projects.get(which), versions, which);
    }
    return projects;
  }

  private void step(
      Random random, List<FundLabel> funds, ProjectId project, int[] versions, int which) {
    FundId fund = funds.get(random.nextInt(funds.size())).id();
    var reservation = Funding.reservationOf(project, Math.max(1, versions[which]));
    switch (random.nextInt(12)) {
      case 10 -> takeBack(fund, 1 + random.nextInt(receipts + 1));
      case 11 -> unfreeze(fund);
      case 0, 1 -> contribute(fund, 1 + random.nextLong(90_000));
      case 2, 3 -> reserve(project.value(), ++versions[which], fund, 1 + random.nextLong(9_000));
      case 4 -> ask(new FundingCommand.Commit(project, reservation, clock.instant()));
      case 5 -> release(project.value());
      case 6 -> {
        ask(
            new FundingCommand.Sign(
                project, new Contract(new ContractId("C-1"), Books.PAYEE, Books.CAB, 900)));
        ask(new FundingCommand.Begin(project));
      }
      case 7 -> {
        ask(new FundingCommand.Reach(project, 60, 1));
        ask(new FundingCommand.Accept(project));
        ask(new FundingCommand.Judge(project, Grade.GOOD));
      }
      default -> {
        var id = new DisbursementId(reservation + "-T" + (1 + random.nextInt(3)));
        ask(new FundingCommand.ApproveDisbursement(id, "head", Set.of(Role.CAB)));
        ask(new FundingCommand.ApproveDisbursement(id, "treasurer", Set.of(Role.FINANCE)));
      }
    }
  }

  private void ask(LedgerCommand command) {
    try {
      journal.decide(
          command,
          new Cause.Asked("k" + keys++, "hash", null, "FINANCE@511523", clock.instant(), null));
    } catch (Refused | NotFound refused) {
      // As it happens; the journal has nothing of it.
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
