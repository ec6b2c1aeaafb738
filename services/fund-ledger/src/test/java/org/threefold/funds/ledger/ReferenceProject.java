package org.threefold.funds.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.threefold.access.Role;
import org.threefold.events.Grade;

/** The money of a project as the reference knows it: what was asked, and how far it is. */
final class ReferenceProject {

  private static final Set<Role> FIRST = EnumSet.of(Role.PURCHASER, Role.TST_HEAD, Role.CAB);
  private static final int SETTLEMENT = 4;

  private final Map<String, ReferenceFund> funds;
  int version;
  Map<String, Long> lines = new TreeMap<>();
  String status = "NONE";
  LocalDate until = LocalDate.MAX;
  private long contract = -1;
  private boolean started;
  private int progress;
  private long evidence;
  private boolean accepted;
  private String grade = "";
  private boolean mended;
  private boolean terminated;
  private String settling = "";
  private final Map<Integer, Map<String, Long>> due = new TreeMap<>();
  private final Map<Integer, String> approvedBy = new HashMap<>();
  private final Set<Integer> paid = new HashSet<>();
  private final Set<Integer> sentBack = new HashSet<>();
  private final Map<String, Long> refunds = new HashMap<>();
  private final Map<String, Long> gaveBack = new TreeMap<>();

  ReferenceProject(Map<String, ReferenceFund> funds) {
    this.funds = funds;
  }

  private ReferenceFund fund(String id) {
    return Objects.requireNonNull(funds.get(id));
  }

  private static long sum(Map<String, Long> parts) {
    return parts.values().stream().mapToLong(it -> it).sum();
  }

  long total() {
    return sum(lines);
  }

  long payable() {
    return contract < 0 ? 0 : Math.min(contract, total());
  }

  private long paidFen() {
    return paid.stream().map(this::due).mapToLong(ReferenceProject::sum).sum();
  }

  private Map<String, Long> due(int tranche) {
    return Objects.requireNonNull(due.get(tranche));
  }

  private long net() {
    return paidFen() - sum(refunds);
  }

  boolean isBound() {
    return Set.of("HELD", "COMMITTED", "SETTLED").contains(status);
  }

  boolean isSigned() {
    return contract >= 0;
  }

  boolean isStarted() {
    return started;
  }

  /** A payment that waits for an approval; 1 if there is none. */
  int waiting() {
    return due.keySet().stream().filter(it -> !paid.contains(it)).findFirst().orElse(1);
  }

  /** As what somebody could approve it. */
  Role approver(int tranche) {
    return approvedBy.containsKey(tranche) ? Role.FINANCE : Role.CAB;
  }

  boolean isTerminated() {
    return terminated;
  }

  private boolean isAtWork() {
    return status.equals("COMMITTED") && !terminated;
  }

  private boolean areOpen(Iterable<String> some) {
    for (String id : some) {
      if (!fund(id).isOpen()) {
        return false;
      }
    }
    return true;
  }

  private boolean canHold(LocalDate today) {
    return areOpen(lines.keySet())
        && lines.entrySet().stream()
            .allMatch(it ->
                it.getValue() <= fund(it.getKey()).available && fund(it.getKey()).isInYear(today));
  }

  /** What was asked with a new plan. */
  void plan(int newVersion, Map<String, Long> newLines, boolean isGood, LocalDate today) {
    version = newVersion;
    lines = newLines;
    boolean fits = isGood && canHold(today);
    status = fits ? "HELD" : "REJECTED";
    if (fits) {
      until = today.plusDays(30);
      hold(1);
    }
  }

  private void hold(int sign) {
    lines.forEach((id, fen) -> {
      fund(id).available -= sign * fen;
      fund(id).held += sign * fen;
    });
  }

  private void promise(int sign) {
    lines.forEach((id, fen) -> {
      fund(id).available -= sign * fen;
      fund(id).committed += sign * fen;
    });
  }

  void commit(LocalDate today) {
    if (status.equals("HELD")) {
      hold(-1);
      become(areOpen(lines.keySet()));
    } else if (status.equals("EXPIRED")) {
      become(canHold(today));
    }
  }

  private void become(boolean promised) {
    if (promised) {
      promise(1);
    }
    status = promised ? "COMMITTED" : "REJECTED";
  }

  void release() {
    if (status.equals("HELD")) {
      hold(-1);
      status = "RELEASED";
    } else if (status.equals("COMMITTED") && contract < 0) {
      promise(-1);
      status = "RELEASED";
    }
  }

  void expire() {
    hold(-1);
    status = "EXPIRED";
  }

  void sign(long fen) {
    if (isAtWork() && contract < 0) {
      contract = fen;
    }
  }

  void begin() {
    if (isAtWork() && contract >= 0) {
      started = true;
      ask();
    }
  }

  void reach(int newProgress, int moreEvidence) {
    if (isAtWork()) {
      progress = Math.max(progress, newProgress);
      evidence += Math.max(0, moreEvidence);
      ask();
    }
  }

  void accept() {
    if (isAtWork()) {
      accepted = true;
      ask();
    }
  }

  void judge(Grade newGrade) {
    if (isAtWork()) {
      grade = newGrade.name();
      ask();
    }
  }

  void mend() {
    if (isAtWork()) {
      mended = true;
      ask();
    }
  }

  void terminate() {
    if (isAtWork()) {
      terminated = true;
      due.keySet().retainAll(paid);
      sentBack.clear();
    }
  }

  private boolean isEarned() {
    return accepted
        && (Set.of("EXCELLENT", "GOOD").contains(grade) || (grade.equals("PASS") && mended));
  }

  private void ask() {
    if (!started) {
      return;
    }
    ask(1, payable() * 30 / 100);
    if (progress >= 50 && due.containsKey(1) && !due.containsKey(3)) {
      ask(2, payable() * 40 / 100);
    }
    if (isEarned()) {
      ask(3, payable() - due.values().stream().mapToLong(ReferenceProject::sum).sum());
      closeIfPaid();
    }
  }

  private void ask(int tranche, long fen) {
    if (fen > 0 && !due.containsKey(tranche)) {
      due.put(tranche, split(fen, lines, rests()));
    }
  }

  private Map<String, Long> rests() {
    Map<String, Long> rests = new TreeMap<>(lines);
    due.values().forEach(one -> one.forEach((id, fen) -> rests.merge(id, -fen, Long::sum)));
    return rests;
  }

  /**
   * In proportion; a fen that is left over goes where most was cut off, then where there is any.
   */
  private static Map<String, Long> split(
      long fen, Map<String, Long> weights, Map<String, Long> rests) {
    BigInteger all = BigInteger.valueOf(sum(weights));
    Map<String, BigInteger> cutOff = new HashMap<>();
    Map<String, Long> shares = new TreeMap<>();
    weights.forEach((id, weight) -> {
      BigInteger exact = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(weight));
      shares.put(id, Math.min(exact.divide(all).longValueExact(), rests.getOrDefault(id, 0L)));
      cutOff.put(id, exact.mod(all));
    });
    List<String> most = new ArrayList<>(shares.keySet());
    most.sort(
        Comparator.comparing(
            (String id) -> cutOff.getOrDefault(id, BigInteger.ZERO), Comparator.reverseOrder()));
    for (String id : most) {
      give(id, 1, fen, shares, rests);
    }
    for (String id : List.copyOf(shares.keySet())) {
      give(id, fen, fen, shares, rests);
    }
    shares.values().removeIf(share -> share == 0);
    return shares;
  }

  private static void give(
      String id, long most, long fen, Map<String, Long> shares, Map<String, Long> rests) {
    long rest = rests.getOrDefault(id, 0L) - shares.getOrDefault(id, 0L);
    shares.merge(id, Math.min(Math.min(most, rest), fen - sum(shares)), Long::sum);
  }

  boolean approve(int tranche, String person, Role role) {
    boolean first = !approvedBy.containsKey(tranche);
    if (!due.containsKey(tranche)
        || paid.contains(tranche)
        || sentBack.contains(tranche)
        || (tranche == 2 && evidence == 0 && !accepted)
        || (tranche == 3 && !isEarned())
        || !isAble(first, role)
        || person.equals(approvedBy.get(tranche))
        || (!first && !areOpen(due(tranche).keySet()))) {
      return false;
    }
    approvedBy.put(tranche, person);
    if (!first) {
      pay(tranche);
      if (isEarned()) {
        closeIfPaid();
      }
    }
    return true;
  }

  private static boolean isAble(boolean first, Role role) {
    return first ? FIRST.contains(role) : role == Role.FINANCE;
  }

  private void pay(int tranche) {
    paid.add(tranche);
    due(tranche)
        .forEach((id, fen) -> {
          fund(id).committed -= fen;
          fund(id).disbursed += fen;
        });
  }

  boolean sendBack(int tranche, Role role) {
    if (!due.containsKey(tranche)
        || paid.contains(tranche)
        || sentBack.contains(tranche)
        || !isAble(!approvedBy.containsKey(tranche), role)) {
      return false;
    }
    approvedBy.remove(tranche);
    return sentBack.add(tranche);
  }

  boolean putForward(int tranche) {
    return sentBack.remove(tranche);
  }

  boolean settle(long fen, String person, Role role) {
    if (!status.equals("COMMITTED")
        || !terminated
        || fen < 0
        || fen > payable()
        || fen > net() + sum(rests())) {
      return false;
    }
    boolean first = !settling.startsWith(fen + " ");
    if (!isAble(first, role) || (!first && settling.equals(fen + " " + person))) {
      return false;
    }
    if (first) {
      settling = fen + " " + person;
      return true;
    }
    if (fen > net()) {
      Map<String, Long> shares = split(fen - net(), lines, rests());
      if (!areOpen(shares.keySet())) {
        return false;
      }
      due.put(SETTLEMENT, shares);
      pay(SETTLEMENT);
    }
    close();
    return true;
  }

  private void closeIfPaid() {
    if (paidFen() == payable()) {
      close();
    }
  }

  private void close() {
    rests()
        .forEach((id, rest) -> {
          fund(id).committed -= rest;
          fund(id).available += rest;
        });
    status = "SETTLED";
  }

  boolean refund(long fen, String ref) {
    if (fen <= 0 || refunds.containsKey(ref) || fen > net()) {
      return false;
    }
    Map<String, Long> nets = new TreeMap<>();
    paid.forEach(it -> due(it).forEach((id, part) -> nets.merge(id, part, Long::sum)));
    gaveBack.forEach((id, part) -> nets.merge(id, -part, Long::sum));
    refunds.put(ref, fen);
    split(fen, nets, nets)
        .forEach((id, part) -> {
          gaveBack.merge(id, part, Long::sum);
          fund(id).refunded += part;
          if (fund(id).closed) {
            fund(id).received -= part;
          } else {
            fund(id).available += part;
          }
        });
    return true;
  }
}
