package org.threefold.bench.ledger;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.threefold.bench.ledger.Command.Step;
import org.threefold.e2e.checking.JournalHash;

/**
 * Reads a journal as it lies in the store, with the driver and nothing of the ledger's, and finds
 * what is wrong with it: a hole or a wrong hash, a command that is not in exactly one entry, one
 * that moved something else than was asked, a posting from one fund to another, a balance below
 * zero, books that do not add up.
 */
final class JournalGate {

  private static final String STREAM = "project/P-2026-511523100-";

  private final Workload workload;
  private final Commands commands;
  private final Map<String, Long> accounts = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private String last = JournalHash.GENESIS;

  JournalGate(Workload workload, long[] acknowledged) {
    this.workload = workload;
    this.commands = new Commands(workload, acknowledged);
  }

  List<String> wrong(MongoCollection<Document> journal) {
    long next = 1;
    List<Document> block;
    do {
      block = Entries.from(journal, next);
      for (Document entry : block) {
        next = check(entry, next);
      }
    } while (!block.isEmpty() && wrong.isEmpty());
    long all = journal.estimatedDocumentCount();
    if (wrong.isEmpty() && all != next - 1) {
      wrong.add("entry " + next + " is missing, and there are " + all);
    }
    wrong.addAll(commands.wrong());
    checkFunds();
    return List.copyOf(wrong);
  }

  private long check(Document entry, long expected) {
    long seq = entry.getLong("_id");
    if (seq != expected) {
      wrong.add("entry " + expected + " is missing, " + seq + " follows");
    }
    if (!follows(entry)) {
      wrong.add("entry " + seq + " is not what was chained to the one before");
    }
    for (Document decided : entry.getList("decisions", Document.class)) {
      List<Document> postings = decided.getList("postings", Document.class);
      String heard = decided.getString("heard");
      if (heard != null) {
        checkCommand(seq, heard, decided.getLong("heardVersion"), postings);
      }
      postings.forEach(posting -> post(seq, posting));
    }
    return seq + 1;
  }

  /** Whether the entry, as it lies in the store, is whole and the next of the chain. */
  private boolean follows(Document entry) {
    boolean follows =
        last.equals(entry.getString("prevHash"))
            && JournalHash.of(entry).equals(entry.getString("hash"));
    last = entry.getString("hash");
    return follows;
  }

  private void checkCommand(long seq, String heard, long version, List<Document> postings) {
    if (!heard.startsWith(STREAM) || version < 1 || version > Step.ALL) {
      wrong.add("entry " + seq + " is of " + heard + "@" + version + ", which nobody asked");
      return;
    }
    long project = Long.parseLong(heard.substring(STREAM.length())) - OurKeeper.NINE_DIGITS;
    Command command = workload.command(project, Step.at(version - 1));
    commands.found(command.client(), command.turn());
    List<String> asked =
        command.funds().stream()
            .map(OurKeeper::fund)
            .map(fund ->
                fund
                    + "/"
                    + command.step().from()
                    + ">"
                    + fund
                    + "/"
                    + command.step().to()
                    + " "
                    + command.fen())
            .sorted()
            .toList();
    List<String> moved =
        postings.stream()
            .map(it -> it.getString("from") + ">" + it.getString("to") + " " + it.getLong("fen"))
            .sorted()
            .toList();
    if (!asked.equals(moved)) {
      wrong.add("entry " + seq + " moved " + moved + " when " + asked + " was asked");
    }
  }

  private void post(long seq, Document posting) {
    String from = posting.getString("from");
    String to = posting.getString("to");
    long fen = posting.getLong("fen");
    if (fen <= 0 || !fundOf(from).equals(fundOf(to))) {
      wrong.add("entry " + seq + " moves " + fen + " from " + from + " to " + to);
    }
    long left = accounts.getOrDefault(from, 0L) - fen;
    accounts.put(from, left);
    accounts.merge(to, fen, Math::addExact);
    // Where money comes from stands below zero, and nothing else ever does.
    if (left < 0 && !from.endsWith("/RECEIVED") && !from.endsWith("/REFUNDED")) {
      wrong.add("entry " + seq + " leaves " + left + " on " + from);
    }
  }

  /** R + F = A + H + C + D on each fund, so debits are credits on all of them. */
  private void checkFunds() {
    Map<String, Long> sums = new HashMap<>();
    accounts.forEach((account, fen) -> sums.merge(fundOf(account), fen, Math::addExact));
    sums.forEach((fund, sum) -> {
      if (sum != 0) {
        wrong.add(fund + " is out of balance by " + sum);
      }
    });
    for (int number : workload.allFunds()) {
      String fund = OurKeeper.fund(number).value();
      if (accounts.getOrDefault(fund + "/RECEIVED", 0L) != -Workload.MONEY_FEN) {
        wrong.add(fund + " has not what was paid in");
      }
    }
  }

  private static String fundOf(String account) {
    return account.substring(0, account.indexOf('/'));
  }
}
