package org.threefold.funds.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The micro-fund once more, as a clerk would keep it: a heap of vouchers, each with its day. */
final class SimpleMicroFund {

  private record Voucher(int year, long in, long out) {}

  private static final int MEMBERS = 5;

  private final int firstYear;
  private final List<Voucher> vouchers = new java.util.ArrayList<>();
  private final Map<String, Long> receipts = new TreeMap<>();
  private final TreeSet<String> takenBack = new TreeSet<>();
  private @Nullable LocalDate awakeSince;
  private @Nullable Integer endedIn;
  private boolean asleep;
  private int published;
  int grants;

  SimpleMicroFund(LocalDate founded, long fen) {
    this.firstYear = founded.getYear();
    vouchers.add(new Voucher(firstYear, fen, 0));
  }

  long leftFen() {
    return leftFen(9999);
  }

  private long leftFen(int upTo) {
    return vouchers.stream()
        .filter(it -> it.year() <= upTo)
        .mapToLong(it -> it.in() - it.out())
        .sum();
  }

  String state() {
    return endedIn != null
        ? "ENDED"
        : asleep ? "DORMANT" : awakeSince == null ? "ESTABLISHED" : "ACTIVE";
  }

  boolean donate(LocalDate day, long fen, String ref) {
    if (endedIn != null || fen <= 0 || receipts.putIfAbsent(ref, fen) != null) {
      return false;
    }
    vouchers.add(new Voucher(day.getYear(), fen, 0));
    if (awakeSince == null) {
      awakeSince = day;
    }
    return true;
  }

  boolean grant(LocalDate day, long fen, List<MicroCommand.Vote> votes) {
    List<String> seats = List.of("M-1", "M-2", "M-3", "M-4", "M-5");
    List<String> voters = votes.stream().map(MicroCommand.Vote::member).toList();
    long yes = votes.stream().filter(MicroCommand.Vote::yes).count();
    boolean isVoted =
        seats.containsAll(voters)
            && new TreeSet<>(voters).size() == voters.size()
            && 2 * voters.size() > MEMBERS
            && yes > voters.size() - yes;
    int stated = firstYear + published - 1;
    int needed = day.getMonthValue() == 1 ? day.getYear() - 2 : day.getYear() - 1;
    boolean owes = needed >= firstYear && stated < needed;
    if (endedIn != null || fen <= 0 || !isVoted || owes || fen > leftFen()) {
      return false;
    }
    vouchers.add(new Voucher(day.getYear(), 0, fen));
    awakeSince = day;
    asleep = false;
    grants++;
    return true;
  }

  /** In, out and left of the year, or nothing if its statement is refused. */
  long @Nullable [] publish(LocalDate day, int year) {
    boolean isOver = endedIn == null ? year < day.getYear() : year <= endedIn;
    if (year != firstYear + published || !isOver) {
      return null;
    }
    published++;
    return new long[] {
      vouchers.stream().filter(it -> it.year() == year).mapToLong(Voucher::in).sum(),
      vouchers.stream().filter(it -> it.year() == year).mapToLong(Voucher::out).sum(),
      leftFen(year)
    };
  }

  boolean takeBack(LocalDate day, String ref) {
    Long fen = receipts.get(ref);
    if (endedIn != null || fen == null || !takenBack.add(ref)) {
      return false;
    }
    vouchers.add(new Voucher(day.getYear(), -fen, 0));
    return true;
  }

  /** What the bank would take back. */
  long fen(String ref) {
    return receipts.getOrDefault(ref, 0L);
  }

  boolean fallAsleep(LocalDate day) {
    if (!state().equals("ACTIVE")
        || awakeSince == null
        || day.isBefore(awakeSince.plusMonths(12))) {
      return false;
    }
    asleep = true;
    return true;
  }

  boolean end(LocalDate day) {
    if (endedIn != null) {
      return false;
    }
    vouchers.add(new Voucher(day.getYear(), 0, leftFen()));
    endedIn = day.getYear();
    return true;
  }
}
