package org.threefold.funds.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.EntryText;
import org.threefold.funds.journal.Proof;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;

/** What is found out about an export, line by line. */
final class Verdict {

  private static final String ROW = "%-32s %18s %18s %18s %18s %18s %18s%n";

  private final Proof proof = new Proof(FundRules.FIRST);
  private final @Nullable String head;
  private long headSeq;
  private long decisions;
  private long postings;
  private long facts;
  private String fault = "";

  /**
   * Nothing is found out yet.
   *
   * @param head the hash that an entry must have, if one is known
   */
  Verdict(@Nullable String head) {
    this.head = head;
  }

  /** Reads on; false at the first line that is not what was written. */
  boolean read(Lines lines) throws IOException {
    try {
      byte[] line;
      while ((line = lines.next()) != null) {
        if (!add(EntryText.read(line))) {
          return false;
        }
      }
      return true;
    } catch (Lines.Torn | IllegalArgumentException unreadable) {
      fault = "entry " + (proof.seq() + 1) + ": " + unreadable.getMessage();
      return false;
    }
  }

  private boolean add(Entry entry) {
    var found = proof.next(entry);
    if (found.isPresent()) {
      fault = "entry " + found.get().seq() + ": " + found.get().reason();
      return false;
    }
    if (entry.hash().equals(head)) {
      headSeq = entry.seq();
    }
    for (Decided decided : entry.decisions()) {
      decisions++;
      postings += decided.postings().size();
      facts += decided.facts().size();
    }
    return true;
  }

  /** The first that is wrong, and why. */
  String fault() {
    return fault;
  }

  /** The last entry that is as it was written. */
  long seq() {
    return proof.seq();
  }

  boolean isSound() {
    return proof.accounts().trialBalance() == 0 && (head == null || headSeq > 0);
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d entries, %d decisions, %d postings, %d facts%n",
        proof.seq(),
        decisions,
        postings,
        facts);
    out.printf(
        Locale.ROOT, "The journal ends at entry %d with the hash %s%n", proof.seq(), proof.hash());
    if (head != null && headSeq > 0) {
      out.printf(
          Locale.ROOT,
          "The hash given is that of entry %d; %d follow%n",
          headSeq,
          proof.seq() - headSeq);
    } else if (head != null) {
      out.printf(
          Locale.ROOT,
          "NO ENTRY HAS THE HASH GIVEN: the journal was cut off before it, or written anew%n");
    }
    out.printf(Locale.ROOT, "Trial balance %s%n%n", yuan(proof.accounts().trialBalance()));
    out.printf(
        Locale.ROOT,
        ROW,
        "fund, yuan",
        "received",
        "held",
        "committed",
        "disbursed",
        "refunded",
        "available");
    for (FundId fund : funds()) {
      Balances it = Balances.of(fund, proof.accounts());
      out.printf(
          Locale.ROOT,
          ROW,
          fund,
          yuan(it.receivedFen()),
          yuan(it.heldFen()),
          yuan(it.committedFen()),
          yuan(it.disbursedFen()),
          yuan(it.refundedFen()),
          yuan(it.availableFen()));
    }
    out.println();
    out.println(isSound() ? "The journal is sound." : "THE JOURNAL IS NOT SOUND.");
  }

  private Set<FundId> funds() {
    Set<FundId> funds = new LinkedHashSet<>();
    proof.accounts().standing().keySet().forEach(account -> funds.add(Pot.fundOf(account)));
    return funds;
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
