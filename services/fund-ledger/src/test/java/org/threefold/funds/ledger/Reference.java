package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.threefold.access.Role;
import org.threefold.events.Event;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.Grade;

/**
 * A second, simpler ledger, written without a look at the first: six numbers a fund, its receipts,
 * and of each project what was asked and how far it is. Only how a payment is split over its lines
 * is taken from what the first one said, and checked.
 */
final class Reference {

  static final class Project {
    int version;
    Map<String, Long> lines = new TreeMap<>();
    String status = "NONE";
    long contract = -1;
    boolean started;
    int progress;
    long evidence;
    boolean accepted;
    String grade = "";
    boolean mended;
    final Map<Integer, Long> due = new TreeMap<>();
    final Map<Integer, Set<String>> approvals = new HashMap<>();
    final Set<Integer> paid = new HashSet<>();
    final Map<String, Long> paidLines = new TreeMap<>();
    final Set<Integer> sentBack = new HashSet<>();
    boolean terminated;
    String agreed = "";
    final Map<String, Long> refunds = new TreeMap<>();
    final Map<String, Long> paidBack = new TreeMap<>();

    long net() {
      return paid.stream().mapToLong(due::get).sum()
          - refunds.values().stream().mapToLong(it -> it).sum();
    }

    long total() {
      return lines.values().stream().mapToLong(it -> it).sum();
    }

    long payable() {
      return contract < 0 ? 0 : Math.min(contract, total());
    }
  }

  final Map<String, long[]> funds = new TreeMap<>(); // R A H C D F
  final Map<String, String> frozen = new TreeMap<>(); // who agreed to end it, or nobody
  private final Map<String, Long> receipts = new TreeMap<>();
  final Map<String, Project> projects = new TreeMap<>();

  void contribute(String fund, long fen, String ref) {
    if (fen > 0) {
      of(fund)[0] += fen;
      of(fund)[1] += fen;
      receipts.put(fund + ref, fen);
    }
  }

  /** Whether there was something to take back. */
  boolean reverse(String fund, String ref) {
    Long fen = receipts.remove(fund + ref);
    if (fen == null) {
      return false;
    }
    if (fen > of(fund)[1]) {
      frozen.putIfAbsent(fund, "");
      List<String> newest = new ArrayList<>(projects.keySet());
      newest.sort(Comparator.reverseOrder()); // All were held at the same time.
      for (String id : newest) {
        Project p = project(id);
        if (fen > of(fund)[1] && p.status.equals("HELD") && p.lines.containsKey(fund)) {
          release(id);
        }
      }
    }
    of(fund)[0] -= fen;
    of(fund)[1] -= fen;
    return true;
  }

  boolean freeze(String fund) {
    return frozen.putIfAbsent(fund, "") == null;
  }

  boolean unfreeze(String fund, String subject, Role role) {
    String agreed = frozen.get(fund);
    if (agreed == null || of(fund)[1] < 0 || !Set.of(Role.FINANCE, Role.CAB).contains(role)) {
      return false;
    }
    boolean second = !agreed.isEmpty() && !agreed.endsWith(role.name());
    if (second && agreed.startsWith(subject + " ")) {
      return false;
    }
    if (second) {
      frozen.remove(fund);
    } else {
      frozen.put(fund, subject + " " + role);
    }
    return true;
  }

  private boolean isOpen(Iterable<String> ofPlan) {
    for (String fund : ofPlan) {
      if (frozen.containsKey(fund)) {
        return false;
      }
    }
    return true;
  }

  private long[] of(String fund) {
    return funds.computeIfAbsent(fund, _ -> new long[6]);
  }

  Project project(String id) {
    return projects.computeIfAbsent(id, _ -> new Project());
  }

  void reserve(String id, int version, Map<String, Long> lines) {
    Project p = project(id);
    boolean bound = Set.of("HELD", "COMMITTED", "SETTLED").contains(p.status);
    if (bound || version <= p.version) {
      return;
    }
    p.version = version;
    p.lines = lines;
    p.contract = -1;
    p.started = false;
    p.progress = 0;
    p.evidence = 0;
    p.accepted = false;
    p.grade = "";
    p.mended = false;
    p.terminated = false;
    p.agreed = "";
    boolean fits =
        isOpen(lines.keySet())
            && lines.entrySet().stream().allMatch(it -> it.getValue() <= of(it.getKey())[1]);
    p.status = fits ? "HELD" : "REJECTED";
    if (fits) {
      move(p, 1, 2);
    }
  }

  private void move(Project p, int from, int to) {
    p.lines.forEach((fund, fen) -> {
      of(fund)[from] -= fen;
      of(fund)[to] += fen;
    });
  }

  void commit(String id, int version) {
    Project p = project(id);
    if (p.version != version) {
      return;
    }
    if (p.status.equals("HELD")) {
      boolean open = isOpen(p.lines.keySet());
      move(p, 2, open ? 3 : 1);
      p.status = open ? "COMMITTED" : "REJECTED";
    } else if (p.status.equals("EXPIRED")) {
      boolean fits =
          isOpen(p.lines.keySet())
              && p.lines.entrySet().stream().allMatch(it -> it.getValue() <= of(it.getKey())[1]);
      if (fits) {
        move(p, 1, 3);
      }
      p.status = fits ? "COMMITTED" : "REJECTED";
    }
  }

  void release(String id) {
    Project p = project(id);
    if (p.status.equals("HELD") || (p.status.equals("COMMITTED") && p.contract < 0)) {
      move(p, p.status.equals("HELD") ? 2 : 3, 1);
      p.status = "RELEASED";
    }
  }

  void expire(String id) {
    Project p = project(id);
    if (p.status.equals("HELD")) {
      move(p, 2, 1);
      p.status = "EXPIRED";
    }
  }

  void sign(String id, long fen) {
    Project p = project(id);
    if (isAtWork(p) && p.contract < 0) {
      p.contract = fen;
    }
  }

  void begin(String id) {
    Project p = project(id);
    if (isAtWork(p) && p.contract >= 0) {
      p.started = true;
      ask(p);
    }
  }

  void reach(String id, int progress, int evidence) {
    Project p = project(id);
    if (isAtWork(p)) {
      p.progress = Math.max(p.progress, progress);
      p.evidence += evidence;
      ask(p);
    }
  }

  void accept(String id) {
    Project p = project(id);
    if (isAtWork(p)) {
      p.accepted = true;
      ask(p);
    }
  }

  void judge(String id, Grade grade) {
    Project p = project(id);
    if (isAtWork(p)) {
      p.grade = grade.name();
      ask(p);
    }
  }

  void mend(String id) {
    Project p = project(id);
    if (isAtWork(p)) {
      p.mended = true;
      ask(p);
    }
  }

  private static boolean isAtWork(Project p) {
    return p.status.equals("COMMITTED") && !p.terminated;
  }

  void terminate(String id) {
    Project p = project(id);
    if (isAtWork(p)) {
      p.terminated = true;
      p.due.keySet().retainAll(p.paid);
      p.sentBack.clear();
    }
  }

  boolean settle(String id, long fen, String subject, Role role, Iterable<Event> said) {
    Project p = project(id);
    if (!p.status.equals("COMMITTED") || !p.terminated || fen < 0 || fen > p.payable()) {
      return false;
    }
    boolean second = p.agreed.startsWith(fen + " ");
    if (!second) {
      if (!Set.of(Role.PURCHASER, Role.TST_HEAD, Role.CAB).contains(role)) {
        return false;
      }
      p.agreed = fen + " " + subject;
      return true;
    }
    boolean pays = fen > p.net();
    if (p.agreed.endsWith(" " + subject) || role != Role.FINANCE) {
      return false;
    }
    if (pays && !said.iterator().hasNext()) {
      return isOpen(p.lines.keySet()); // Only a frozen fund may keep it from being paid.
    }
    if (pays) {
      p.due.put(4, fen - p.net());
      p.paid.add(4);
      pay(p, 4, said);
    }
    giveBack(p);
    return true;
  }

  boolean refund(String id, long fen, String ref, Iterable<Event> said) {
    Project p = project(id);
    if (fen <= 0 || p.refunds.containsKey(ref) || fen > p.net()) {
      return false;
    }
    p.refunds.put(ref, fen);
    long sum = 0;
    for (Event event : said) {
      if (event instanceof FundsRefunded it) {
        for (var line : it.lines()) {
          sum += line.amountFen();
          p.paidBack.merge(line.fund().value(), line.amountFen(), Long::sum);
          of(line.fund().value())[1] += line.amountFen();
          of(line.fund().value())[5] += line.amountFen();
        }
      }
    }
    p.paidBack.forEach((fund, back) -> {
      if (back > p.paidLines.getOrDefault(fund, 0L)) {
        throw new AssertionError(fund + " got back more than it paid");
      }
    });
    if (sum != fen) {
      throw new AssertionError("Of " + fen + " came back " + sum);
    }
    return true;
  }

  boolean sendBack(String id, int tranche, Role role) {
    Project p = project(id);
    if (!p.due.containsKey(tranche) || p.paid.contains(tranche) || p.sentBack.contains(tranche)) {
      return false;
    }
    boolean first = p.approvals.getOrDefault(tranche, Set.of()).isEmpty();
    if (first
        ? !Set.of(Role.PURCHASER, Role.TST_HEAD, Role.CAB).contains(role)
        : role != Role.FINANCE) {
      return false;
    }
    p.approvals.remove(tranche);
    p.sentBack.add(tranche);
    return true;
  }

  boolean putForward(String id, int tranche) {
    return project(id).sentBack.remove(tranche);
  }

  private static boolean earned(Project p) {
    return p.accepted
        && (Set.of("EXCELLENT", "GOOD").contains(p.grade) || (p.grade.equals("PASS") && p.mended));
  }

  private void ask(Project p) {
    if (!p.started) {
      return;
    }
    ask(p, 1, p.payable() * 30 / 100);
    if (p.progress >= 50 && p.due.containsKey(1) && !p.due.containsKey(3)) {
      ask(p, 2, p.payable() * 40 / 100);
    }
    if (earned(p)) {
      ask(p, 3, p.payable() - p.due.values().stream().mapToLong(it -> it).sum());
      settle(p);
    }
  }

  private static void ask(Project p, int tranche, long fen) {
    if (fen > 0 && !p.due.containsKey(tranche)) {
      p.due.put(tranche, fen);
    }
  }

  /** Whether the approval is good; and if money went, checks how. */
  boolean approve(
      String id,
      int tranche,
      String subject,
      Role role,
      Iterable<String> payers,
      Iterable<Event> said) {
    Project p = project(id);
    Set<String> approvals = p.approvals.computeIfAbsent(tranche, _ -> new HashSet<>());
    boolean first = approvals.isEmpty();
    boolean able =
        first
            ? Set.of(Role.PURCHASER, Role.TST_HEAD, Role.CAB).contains(role)
            : role == Role.FINANCE;
    if (!p.due.containsKey(tranche)
        || p.paid.contains(tranche)
        || p.sentBack.contains(tranche)
        || (!first && !isOpen(payers))
        || approvals.contains(subject)
        || !able
        || (tranche == 2 && p.evidence == 0 && !p.accepted)) {
      return false;
    }
    approvals.add(subject);
    if (!first) {
      p.paid.add(tranche);
      pay(p, tranche, said);
      if (earned(p)) {
        settle(p);
      }
    }
    return true;
  }

  private void pay(Project p, int tranche, Iterable<Event> said) {
    long sum = 0;
    for (Event event : said) {
      if (event instanceof FundsDisbursed it) {
        for (var line : it.lines()) {
          String fund = line.fund().value();
          long exact =
              Math.multiplyExact(p.due.getOrDefault(tranche, 0L), p.lines.getOrDefault(fund, 0L));
          long fair = exact / p.total();
          if (tranche < 3 && Math.abs(line.amountFen() - fair) > 1) {
            throw new AssertionError(fund + " pays " + line.amountFen() + ", fair is " + fair);
          }
          sum += line.amountFen();
          p.paidLines.merge(fund, line.amountFen(), Long::sum);
          of(fund)[3] -= line.amountFen();
          of(fund)[4] += line.amountFen();
        }
      }
    }
    if (sum != p.due.getOrDefault(tranche, 0L)) {
      throw new AssertionError("Tranche " + tranche + " paid " + sum);
    }
    p.paidLines.forEach((fund, fen) -> {
      if (fen > p.lines.getOrDefault(fund, 0L)) {
        throw new AssertionError(fund + " paid more than promised");
      }
    });
  }

  private void settle(Project p) {
    long paid = p.paid.stream().mapToLong(p.due::get).sum();
    if (paid == p.payable()) {
      giveBack(p);
    }
  }

  private void giveBack(Project p) {
    p.lines.forEach((fund, fen) -> {
      long rest = fen - p.paidLines.getOrDefault(fund, 0L);
      of(fund)[3] -= rest;
      of(fund)[1] += rest;
    });
    p.status = "SETTLED";
  }
}
