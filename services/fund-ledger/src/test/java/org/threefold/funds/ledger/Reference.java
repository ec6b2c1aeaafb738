package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectId;
import org.threefold.funds.ledger.ReferenceFund.Agreement;

/**
 * A second, simpler ledger, written without a look at the first: six numbers a fund, a list of
 * receipts, and of each project what was asked and how far it is. It reads the commands and nothing
 * else, and knows days, not instants.
 */
final class Reference {

  private static final long MOST_FEN = 1_000_000_000_000_000L;
  private static final Set<FundType> SEEDING =
      Set.of(
          FundType.PILOT,
          FundType.SPECIAL,
          FundType.CA_ASSISTANCE,
          FundType.CA_ELDERLY,
          FundType.CA_CHILD,
          FundType.CA_GOVERNANCE,
          FundType.CA_OTHER);

  private static final class Receipt {
    long left;
    long fees;
    long leveraged;

    Receipt(long fen) {
      left = fen;
    }
  }

  final Map<String, ReferenceFund> funds = new TreeMap<>();
  final Map<String, ReferenceProject> projects = new TreeMap<>();
  final Map<String, SimpleMicroFund> micros = new TreeMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final Set<String> allocated = new HashSet<>();
  private ProgrammeState programme = ProgrammeState.DESIGNED;
  private long tariff;

  /** What comes of it, on this day: whether it is done, or refused. */
  boolean ask(LedgerCommand command, LocalDate today) {
    timePasses(today);
    return switch (command) {
      case FundCommand.RegisterSource _ -> throw new IllegalArgumentException("No sources here");
      case FundCommand.OpenFund it ->
          funds.putIfAbsent(
                  Objects.requireNonNull(it.fund()).value(),
                  new ReferenceFund(it.type(), it.fiscalYear()))
              == null;
      case FundCommand.OfFund it -> ofFund(it, fund(it.fund()), today);
      case FeeCommand.LearnProgramme it -> {
        programme = it.state();
        tariff = Objects.requireNonNullElse(it.tariffFen(), MOST_FEN);
        yield true;
      }
      case FeeCommand.CollectFee it ->
          programme == ProgrammeState.RUNNING
              && fund(it.fund()).isOpen()
              && it.count() > 0
              && it.amountFen() <= tariff * it.count()
              && !it.date().isAfter(today)
              && collect(it);
      case FeeCommand.RefundFee it -> giveBack(it, fund(it.fund()));
      case MicroCommand it -> ofMicro(it, fund(it.fund()), today);
      case FundingCommand it -> ofFunding(it, today);
    };
  }

  private void timePasses(LocalDate today) {
    projects.values().stream()
        .filter(it -> it.status.equals("HELD") && !it.until.isAfter(today))
        .forEach(ReferenceProject::expire);
    micros.values().forEach(it -> it.fallAsleep(today));
  }

  private ReferenceFund fund(FundId id) {
    return Objects.requireNonNull(funds.get(id.value()));
  }

  ReferenceProject project(ProjectId id) {
    return projects.getOrDefault(id.value(), new ReferenceProject(funds));
  }

  private boolean ofFund(FundCommand.OfFund command, ReferenceFund fund, LocalDate today) {
    return switch (command) {
      case FundCommand.Contribute it ->
          !fund.closed
              && !micros.containsKey(it.fund().value())
              && receive(it.fund(), it.amountFen(), it.ref());
      case FundCommand.Reverse it -> !fund.closed && reverse(it, fund, today);
      case FundCommand.Freeze _ -> {
        boolean wasOpen = fund.isOpen();
        if (wasOpen) {
          fund.freeze();
        }
        yield wasOpen;
      }
      case FundCommand.Unfreeze it -> unfreeze(it, fund);
      case FundCommand.CloseYear it -> close(it, fund, today);
      case FundCommand.Allocate it ->
          it.amountFen() > 0
              && it.amountFen() <= MOST_FEN
              && fund.isOpen()
              && !fund.isOver(today)
              && allocated.add(it.fund() + " " + it.unit());
      case FundCommand.RecordLeverage it -> leverage(it, fund);
    };
  }

  private static String key(FundId fund, String ref) {
    return fund + " " + ref;
  }

  private boolean receive(FundId id, long fen, String ref) {
    ReferenceFund fund = fund(id);
    if (fen <= 0 || fen > MOST_FEN - fund.received || receipts.containsKey(key(id, ref))) {
      return false;
    }
    receipts.put(key(id, ref), new Receipt(fen));
    fund.received += fen;
    fund.available += fen;
    return true;
  }

  private boolean reverse(FundCommand.Reverse it, ReferenceFund fund, LocalDate today) {
    Receipt receipt = receipts.get(key(it.fund(), it.ref()));
    if (receipt == null || receipt.left == 0) {
      return false;
    }
    if (receipt.left > fund.available) {
      if (fund.isOpen()) {
        fund.freeze();
      }
      giveBackHolds(it.fund(), receipt.left);
    }
    fund.received -= receipt.left;
    fund.available -= receipt.left;
    receipt.left = 0;
    receipt.fees = 0;
    SimpleMicroFund micro = micros.get(it.fund().value());
    return micro == null || micro.takeBack(today, it.ref());
  }

  /** The newest first, until there is enough. */
  private void giveBackHolds(FundId id, long fen) {
    projects.entrySet().stream()
        .filter(it -> it.getValue().status.equals("HELD"))
        .filter(it -> it.getValue().lines.containsKey(id.value()))
        .sorted(
            Comparator.comparing((Map.Entry<String, ReferenceProject> it) -> it.getValue().until)
                .thenComparing(Map.Entry::getKey)
                .reversed())
        .map(Map.Entry::getValue)
        .forEach(project -> {
          if (fen > fund(id).available) {
            project.release();
          }
        });
  }

  private static boolean unfreeze(FundCommand.Unfreeze it, ReferenceFund fund) {
    if (!fund.frozen || fund.available < 0) {
      return false;
    }
    Agreement agreement = fund.agree("unfreeze", it.subject(), role(it.roles()));
    if (agreement == Agreement.REACHED) {
      fund.unfreeze();
    }
    return agreement != Agreement.REFUSED;
  }

  private static Role role(Set<Role> one) {
    return one.iterator().next();
  }

  private boolean close(FundCommand.CloseYear it, ReferenceFund fund, LocalDate today) {
    if (!fund.isOpen() || !fund.isOver(today) || fund.held + fund.committed != 0) {
      return false;
    }
    FundId into = it.into();
    if (into == null) {
      if (it.carryOverFen() != 0) {
        return false;
      }
    } else {
      ReferenceFund next = fund(into);
      if (it.carryOverFen() <= 0
          || it.carryOverFen() > fund.available
          || !next.isOpen()
          || next.type != fund.type
          || next.year != fund.year + 1) {
        return false;
      }
      Agreement agreement =
          fund.agree(it.carryOverFen() + " into " + into, it.subject(), role(it.roles()));
      if (agreement != Agreement.REACHED) {
        return agreement == Agreement.AWAITED;
      }
      next.received += it.carryOverFen();
      next.available += it.carryOverFen();
    }
    fund.received -= fund.available;
    fund.available = 0;
    fund.closed = true;
    return true;
  }

  private boolean leverage(FundCommand.RecordLeverage it, ReferenceFund fund) {
    Receipt receipt = receipts.get(key(it.fund(), it.ref()));
    if (fund.type != FundType.DEPT
        || receipt == null
        || receipt.left == 0
        || it.seeds().isEmpty()
        || !it.seeds().stream().allMatch(seed -> isSeed(seed, receipt.left))) {
      return false;
    }
    long sum = it.seeds().stream().mapToLong(FundAmount::amountFen).sum();
    if (receipt.leveraged + sum > receipt.left) {
      return false;
    }
    receipt.leveraged += sum;
    return true;
  }

  private boolean isSeed(FundAmount seed, long most) {
    return SEEDING.contains(fund(seed.fund()).type)
        && seed.amountFen() > 0
        && seed.amountFen() <= most;
  }

  /** What was counted as leverage of each receipt, as far as any was. */
  Map<String, Long> leveraged() {
    return all(receipt -> receipt.leveraged);
  }

  /** What users may still have back of each receipt, as far as there is any. */
  Map<String, Long> fees() {
    return all(receipt -> receipt.fees);
  }

  private Map<String, Long> all(ToLongFunction<Receipt> fen) {
    Map<String, Long> some = new TreeMap<>();
    receipts.forEach((key, receipt) -> some.put(key, fen.applyAsLong(receipt)));
    some.values().removeIf(it -> it == 0);
    return some;
  }

  private boolean collect(FeeCommand.CollectFee it) {
    if (!receive(it.fund(), it.amountFen(), it.ref())) {
      return false;
    }
    Objects.requireNonNull(receipts.get(key(it.fund(), it.ref()))).fees = it.amountFen();
    return true;
  }

  private boolean giveBack(FeeCommand.RefundFee it, ReferenceFund fund) {
    Receipt receipt = receipts.get(key(it.fund(), it.ref()));
    if (!Set.of(ProgrammeState.RUNNING, ProgrammeState.PAUSED).contains(programme)
        || !fund.isOpen()
        || it.amountFen() <= 0
        || receipt == null
        || it.amountFen() > receipt.fees
        || it.amountFen() > fund.available) {
      return false;
    }
    receipt.fees -= it.amountFen();
    receipt.left -= it.amountFen();
    fund.received -= it.amountFen();
    fund.available -= it.amountFen();
    return true;
  }

  private boolean ofMicro(MicroCommand command, ReferenceFund fund, LocalDate today) {
    String id = command.fund().value();
    if (command instanceof MicroCommand.Establish) {
      return fund.type == FundType.MICRO
          && fund.isOpen()
          && fund.held + fund.committed == 0
          && micros.putIfAbsent(id, new SimpleMicroFund(today, fund.available)) == null;
    }
    SimpleMicroFund micro = micros.get(id);
    if (micro == null) {
      return false;
    }
    return switch (command) {
      case MicroCommand.Donate it ->
          !receipts.containsKey(key(it.fund(), it.ref()))
              && it.amountFen() <= MOST_FEN - fund.received
              && micro.donate(today, it.amountFen(), it.ref())
              && receive(it.fund(), it.amountFen(), it.ref());
      case MicroCommand.Grant it -> {
        boolean gives = fund.isOpen() && micro.grant(today, it.amountFen(), it.votes());
        if (gives) {
          fund.available -= it.amountFen();
          fund.disbursed += it.amountFen();
        }
        yield gives;
      }
      case MicroCommand.Publish it -> micro.publish(today, it.year()) != null;
      case MicroCommand.End _ -> {
        boolean ends = fund.isOpen() && micro.end(today);
        if (ends) {
          fund.received -= fund.available;
          fund.available = 0;
          fund.closed = true;
        }
        yield ends;
      }
      case MicroCommand.Establish _, MicroCommand.EndYear _, MicroCommand.FallDormant _ ->
          throw new IllegalArgumentException("Nobody asks this: " + command);
    };
  }

  private boolean ofFunding(FundingCommand command, LocalDate today) {
    switch (command) {
      case FundingCommand.Reserve it -> reserve(it, today);
      case FundingCommand.Commit it -> {
        ReferenceProject project = project(it.project());
        if (it.reservation().value().equals("R-" + it.project() + "-" + project.version)) {
          project.commit(today);
        }
      }
      case FundingCommand.Release it -> project(it.project()).release();
      case FundingCommand.Sign it -> {
        if (it.contract().amountFen() <= 0) {
          return false;
        }
        project(it.project()).sign(it.contract().amountFen());
      }
      case FundingCommand.Begin it -> project(it.project()).begin();
      case FundingCommand.Reach it -> project(it.project()).reach(it.progress(), it.evidence());
      case FundingCommand.Accept it -> project(it.project()).accept();
      case FundingCommand.Judge it -> project(it.project()).judge(it.grade());
      case FundingCommand.Mend it -> project(it.project()).mend();
      case FundingCommand.Terminate it -> project(it.project()).terminate();
      case FundingCommand.ApproveDisbursement it -> {
        return payee(it.disbursement())
            .approve(tranche(it.disbursement()), it.subject(), role(it.roles()));
      }
      case FundingCommand.RejectDisbursement it -> {
        return payee(it.disbursement()).sendBack(tranche(it.disbursement()), role(it.roles()));
      }
      case FundingCommand.ResubmitDisbursement it -> {
        return payee(it.disbursement()).putForward(tranche(it.disbursement()));
      }
      case FundingCommand.Settle it -> {
        return project(it.project()).settle(it.acceptedFen(), it.subject(), role(it.roles()));
      }
      case FundingCommand.Refund it -> {
        return project(it.project()).refund(it.amountFen(), it.ref());
      }
      case FundingCommand.ExpireHold _ ->
          throw new IllegalArgumentException("Nobody asks this: " + command);
    }
    return true;
  }

  private void reserve(FundingCommand.Reserve it, LocalDate today) {
    ReferenceProject before = project(it.project());
    Plan plan = it.plan();
    if (before.isBound() || plan.version() <= before.version) {
      return;
    }
    Map<String, Long> lines = new TreeMap<>();
    plan.lines().forEach(line -> lines.put(line.fund().value(), line.amountFen()));
    boolean isGood =
        lines.values().stream().allMatch(fen -> fen > 0)
            && lines.values().stream().mapToLong(fen -> fen).sum() == plan.totalFen()
            && lines.keySet().stream().noneMatch(micros::containsKey);
    ReferenceProject next = new ReferenceProject(funds);
    projects.put(it.project().value(), next);
    next.plan(plan.version(), lines, isGood, today);
  }

  /** The project a payment is for, if it is one of its last plan: {@code R-<project>-<n>-T<n>}. */
  private ReferenceProject payee(DisbursementId id) {
    String reservation = id.value().substring(2, id.value().lastIndexOf("-T"));
    int end = reservation.lastIndexOf('-');
    ReferenceProject project = project(new ProjectId(reservation.substring(0, end)));
    return reservation.equals(reservation.substring(0, end) + "-" + project.version)
        ? project
        : new ReferenceProject(funds);
  }

  private static int tranche(DisbursementId id) {
    return Integer.parseInt(id.value().substring(id.value().lastIndexOf("-T") + 2));
  }

  /** The day of an instant: all commands come at noon. */
  static LocalDate day(Instant noon) {
    return LocalDate.ofInstant(noon, ZoneId.of("Asia/Shanghai"));
  }
}
