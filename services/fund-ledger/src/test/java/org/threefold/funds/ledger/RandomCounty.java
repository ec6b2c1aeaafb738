package org.threefold.funds.ledger;

import static org.threefold.funds.ledger.Books.CAB;
import static org.threefold.funds.ledger.Books.COUNTY;
import static org.threefold.funds.ledger.Books.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.Attributes;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Grade;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.RejectionCode;
import org.threefold.events.ReleaseCause;
import org.threefold.events.StationId;
import org.threefold.events.Stream;
import org.threefold.messaging.Cause;

/**
 * A county that asks its ledger for everything at random, and mostly for what could be; the same
 * for the same seed. Whole days pass between some of what is asked.
 */
final class RandomCounty {

  /** What is asked, why, and how long after what was asked before. */
  record Wish(Duration later, LedgerCommand command, Cause cause) {}

  private static final ProgrammeId KITCHEN = new ProgrammeId("LF-02");
  private static final int FIRST_YEAR = 2026;
  private static final int YEARS = 3;

  /** So many projects are under way at once, and after so many wishes there are others. */
  private static final int PROJECTS = 4;

  private static final int WISHES_OF_A_PROJECT = 200;
  private static final int PEOPLE = 4;

  private final Random random;
  private final Reference reference;
  private final Queue<LedgerCommand> founding = new ArrayDeque<>();
  private final List<FundId> all = new ArrayList<>();
  private Instant now = NOON;
  private FundId lastShut;
  private int receipts;
  private int wishes;

  /** Knows from the reference what could be asked next. */
  RandomCounty(Random random, Reference reference) {
    this.random = random;
    this.reference = reference;
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      found("F-%d-CA_GOVERNANCE-01".formatted(year), FundType.CA_GOVERNANCE, year, CAB, null);
      found("F-%d-CA_GOVERNANCE-02".formatted(year), FundType.CA_GOVERNANCE, year, CAB, null);
      found("F-%d-DEPT-01".formatted(year), FundType.DEPT, year, new DeptCode("EDU"), null);
    }
    found("F-2026-FEE-01", FundType.FEE, FIRST_YEAR, CAB, KITCHEN);
    found("F-2026-MICRO-01", FundType.MICRO, FIRST_YEAR, CAB, null);
    founding.add(Community.establish(Community.charter(), NOON));
    founding.add(new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, null));
    lastShut = all.getFirst();
  }

  private void found(
      String id, FundType type, int year, DeptCode owner, @Nullable ProgrammeId programme) {
    FundId fund = new FundId(id);
    all.add(fund);
    founding.add(
        new FundCommand.OpenFund(
            fund, id, type, owner, year, COUNTY, null, null, null, null, Set.of(), programme));
    if (type != FundType.MICRO) {
      long fen = 1_000 + random.nextLong(100_000);
      founding.add(new FundCommand.Contribute(fund, fen, PayerKind.FISCAL, receipt()));
    }
  }

  private String receipt() {
    return "r" + receipts++;
  }

  Wish next() {
    LedgerCommand first = founding.poll();
    if (first != null) {
      return new Wish(Duration.ZERO, first, cause(first));
    }
    Duration later =
        Duration.ofDays(
            switch (random.nextInt(40)) {
              case 0 -> random.nextInt(45);
              case 1, 2, 3, 4, 5, 6 -> 1 + random.nextInt(5);
              default -> 0;
            });
    now = now.plus(later);
    LedgerCommand command = wish();
    return new Wish(later, command, cause(command));
  }

  /** Projects are heard of on a topic, everything else is asked by a person. */
  private Cause cause(LedgerCommand command) {
    wishes++;
    boolean isHeard =
        switch (command) {
          case FundingCommand.Settle _,
              FundingCommand.Refund _,
              FundingCommand.ApproveDisbursement _,
              FundingCommand.RejectDisbursement _,
              FundingCommand.ResubmitDisbursement _ ->
              false;
          case FundingCommand _, FeeCommand.LearnProgramme _ -> true;
          case FundCommand _, MicroCommand _, FeeCommand.OfFund _ -> false;
        };
    if (!isHeard) {
      return new Cause.Asked("k" + wishes, "hash", null, "FINANCE@FIN", now, null);
    }
    var attributes =
        new Attributes(
            new Stream("project", "all"),
            wishes,
            "org.threefold.project.approved.v1",
            "/threefold/project-management",
            now,
            "all",
            "request/k",
            "PLATFORM@511523",
            null,
            null);
    return new Cause.Heard(attributes, "PLATFORM@511523", now);
  }

  private LedgerCommand wish() {
    int number = wishes / WISHES_OF_A_PROJECT * PROJECTS + random.nextInt(PROJECTS);
    var project = new ProjectId("P-2026-511523100-%04d".formatted(number));
    return switch (random.nextInt(40)) {
      case 0, 1 -> contribute();
      case 2 -> bank();
      case 3, 4 ->
          new FundCommand.Unfreeze(lastShut, person(), Set.of(one(Role.FINANCE, Role.CAB)));
      case 5 -> close();
      case 6 -> random.nextBoolean() ? allocate() : leverage();
      case 7, 8 -> fee();
      case 9, 10, 11 -> micro();
      case 12 -> reserve(project);
      case 13 -> commit(project);
      case 14 -> end(project);
      case 15 -> sign(project);
      case 16 -> new FundingCommand.Begin(project);
      case 17 -> reach(project);
      case 18 -> judge(project);
      case 19 -> sendBack(project, 1 + random.nextInt(3));
      case 20 -> approve(project, 1 + random.nextInt(3), one(Role.values()));
      default -> sensible(project);
    };
  }

  /** What a project is most likely to ask next. */
  private LedgerCommand sensible(ProjectId id) {
    ReferenceProject project = reference.project(id);
    int waiting = project.waiting();
    return switch (project.status) {
      case "HELD" -> commit(id);
      case "COMMITTED" -> {
        if (!project.isSigned()) {
          yield sign(id);
        }
        if (!project.isStarted()) {
          yield new FundingCommand.Begin(id);
        }
        yield switch (random.nextInt(project.isTerminated() ? 2 : 12)) {
          case 0 -> end(id);
          case 1 -> project.isTerminated() ? end(id) : sendBack(id, waiting);
          case 2 -> reach(id);
          case 3, 4 -> judge(id);
          default -> approve(id, waiting, project.approver(waiting));
        };
      }
      case "SETTLED" -> new FundingCommand.Refund(id, fen(5_000), "t" + random.nextInt(9));
      default -> reserve(id);
    };
  }

  private LedgerCommand commit(ProjectId project) {
    return new FundingCommand.Commit(
        project, Funding.reservationOf(project, Math.max(1, version(project))), now);
  }

  private LedgerCommand reach(ProjectId project) {
    return new FundingCommand.Reach(project, random.nextInt(101), random.nextInt(4) - 1);
  }

  @SafeVarargs
  private <T> T one(T... some) {
    return some[random.nextInt(some.length)];
  }

  private FundId fund() {
    return all.get(random.nextInt(all.size()));
  }

  /** Mostly one of the year that runs. */
  private FundId payer() {
    int year = Reference.day(now).getYear();
    if (random.nextInt(4) > 0 && year < FIRST_YEAR + YEARS) {
      return new FundId("F-%d-CA_GOVERNANCE-0%d".formatted(year, 1 + random.nextInt(2)));
    }
    return fund();
  }

  private String person() {
    return "person" + random.nextInt(PEOPLE);
  }

  /** Sometimes nothing, or less, or more than can be counted. */
  private long fen(int about) {
    return switch (random.nextInt(50)) {
      case 0 -> -random.nextLong(3);
      case 1 -> Long.MAX_VALUE - random.nextLong(3);
      default -> 1 + random.nextLong(about);
    };
  }

  private String known() {
    return "r" + random.nextInt(receipts);
  }

  private LedgerCommand contribute() {
    String ref = random.nextInt(20) == 0 ? known() : receipt();
    return new FundCommand.Contribute(fund(), fen(8_000), PayerKind.FISCAL, ref);
  }

  private LedgerCommand bank() {
    lastShut = fund();
    return random.nextInt(4) == 0
        ? new FundCommand.Freeze(lastShut, FreezeReason.COUNTY_ORDER)
        : new FundCommand.Reverse(
            lastShut, random.nextBoolean() ? known() : "r" + all.indexOf(lastShut));
  }

  private LedgerCommand close() {
    int year = FIRST_YEAR + random.nextInt(YEARS);
    String kind = one("CA_GOVERNANCE-01", "CA_GOVERNANCE-02", "DEPT-01");
    FundId fund = new FundId("F-" + year + "-" + kind);
    boolean carries = year < FIRST_YEAR + YEARS - 1 && random.nextInt(4) > 0;
    return new FundCommand.CloseYear(
        fund,
        carries ? one(0L, 100L, 100L, 500L) : 0,
        carries ? new FundId("F-" + (year + 1) + "-" + kind) : null,
        person(),
        Set.of(one(Role.FINANCE, Role.CAB, Role.AUDITOR)),
        now);
  }

  private LedgerCommand allocate() {
    var unit = new StationId("ST-51152310" + random.nextInt(3));
    return new FundCommand.Allocate(fund(), unit, fen(3_000), now);
  }

  private LedgerCommand leverage() {
    List<FundAmount> seeds = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      seeds.add(new FundAmount(fund(), fen(4_000)));
    }
    FundId dept = new FundId("F-" + (FIRST_YEAR + random.nextInt(YEARS)) + "-DEPT-01");
    String ref = random.nextInt(3) == 0 ? known() : "r" + all.indexOf(dept);
    return new FundCommand.RecordLeverage(random.nextInt(8) == 0 ? fund() : dept, ref, seeds);
  }

  private LedgerCommand fee() {
    FundId fees = new FundId("F-2026-FEE-01");
    return switch (random.nextInt(8)) {
      case 0 -> new FeeCommand.LearnProgramme(KITCHEN, one(ProgrammeState.values()), 200L);
      case 1, 2 ->
          new FeeCommand.CollectFee(
              fees,
              fen(2_000),
              random.nextInt(9),
              Reference.day(now).plusDays(random.nextInt(5) - 3),
              "fee" + random.nextInt(15),
              now);
      case 3 -> new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, 300L);
      case 4 -> new FeeCommand.LearnProgramme(KITCHEN, ProgrammeState.RUNNING, null);
      default -> new FeeCommand.RefundFee(fees, fen(900), "fee" + random.nextInt(15));
    };
  }

  private LedgerCommand micro() {
    int year = Reference.day(now).getYear();
    return switch (random.nextInt(40)) {
      case 0 -> Community.establish(Community.charter(), now);
      case 1 ->
          random.nextInt(6) == 0
              ? new MicroCommand.End(Community.MICRO, now)
              : new FundCommand.Reverse(Community.MICRO, "JZ-" + random.nextInt(60));
      case 2, 3, 4, 5, 6, 7, 8 ->
          new MicroCommand.Publish(Community.MICRO, year - random.nextInt(3), now);
      case 9, 10, 11, 12, 13, 14, 15, 16 ->
          Community.donate(fen(1_000), "JZ-" + random.nextInt(60), now);
      default ->
          Community.grant(fen(400), Community.votes(random.nextInt(5), random.nextInt(3) % 2), now);
    };
  }

  private int version(ProjectId project) {
    return reference.project(project).version;
  }

  private LedgerCommand reserve(ProjectId project) {
    Map<FundId, Long> lines = new TreeMap<>(java.util.Comparator.comparing(FundId::value));
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.put(payer(), random.nextInt(30) == 0 ? fen(9) : 1 + random.nextLong(20_000));
    }
    long total = lines.values().stream().mapToLong(it -> it).sum() + random.nextInt(40) / 39;
    List<Plan.Line> plan =
        lines.entrySet().stream()
            .map(it ->
                new Plan.Line(
                    it.getKey(), it.getValue(), Purpose.SERVICE_PROJECT, CostCode.ACTIVITY))
            .toList();
    int version = version(project) + one(-1, 0, 1, 1, 1);
    return new FundingCommand.Reserve(
        project, new Plan(version, plan, total, Books.TOWN), List.of(), now);
  }

  private LedgerCommand sign(ProjectId project) {
    long fen = Math.max(0, reference.project(project).total() - random.nextLong(3) + 1);
    return new FundingCommand.Sign(
        project, new Contract(new ContractId("C-1"), Books.PAYEE, CAB, fen));
  }

  private LedgerCommand judge(ProjectId project) {
    return switch (random.nextInt(3)) {
      case 0 -> new FundingCommand.Accept(project);
      case 1 ->
          new FundingCommand.Judge(
              project, one(Grade.EXCELLENT, Grade.GOOD, Grade.PASS, Grade.FAIL));
      default -> new FundingCommand.Mend(project);
    };
  }

  private LedgerCommand end(ProjectId project) {
    long payable = reference.project(project).payable();
    return switch (random.nextInt(8)) {
      case 0 -> new FundingCommand.Release(project, null, ReleaseCause.PROJECT_CANCELLED);
      case 1 -> new FundingCommand.Terminate(project);
      case 2, 3 -> new FundingCommand.Refund(project, fen(5_000), "t" + random.nextInt(9));
      default ->
          new FundingCommand.Settle(
              project,
              payable - random.nextLong(3) * payable / 2,
              person(),
              Set.of(one(Role.CAB, Role.FINANCE)));
    };
  }

  private DisbursementId tranche(ProjectId project, int tranche) {
    String reservation = "R-" + project + "-" + Math.max(1, version(project));
    return new DisbursementId(reservation + "-T" + tranche);
  }

  private LedgerCommand sendBack(ProjectId project, int tranche) {
    return random.nextBoolean()
        ? new FundingCommand.ResubmitDisbursement(tranche(project, tranche))
        : new FundingCommand.RejectDisbursement(
            tranche(project, tranche),
            RejectionCode.DISPUTED,
            Set.of(one(Role.CAB, Role.FINANCE, Role.AUDITOR)));
  }

  private LedgerCommand approve(ProjectId project, int tranche, Role role) {
    return new FundingCommand.ApproveDisbursement(
        tranche(project, tranche), person(), Set.of(role));
  }
}
