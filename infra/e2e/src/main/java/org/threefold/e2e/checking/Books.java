package org.threefold.e2e.checking;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The money: the journal is whole from its first entry, every posting moves money from one account
 * to another, and what the county was told of each fund is what its postings add up to.
 */
final class Books {

  private static final String TOPIC = "funds";
  private static final String BALANCE = "org.threefold.fund.balance-changed.v1";
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The field of a balance for each account, and its sign: money comes from where it was received,
   * so that account stands below zero.
   */
  private enum Account {
    RECEIVED("receivedFen", -1),
    AVAILABLE("availableFen", 1),
    HELD("heldFen", 1),
    COMMITTED("committedFen", 1),
    DISBURSED("disbursedFen", 1),
    REFUNDED("refundedFen", -1);

    private final String field;
    private final int sign;

    Account(String field, int sign) {
      this.field = field;
      this.sign = sign;
    }
  }

  private final Report report;
  private final Map<String, Long> standing = new TreeMap<>();
  private final Map<String, Spoken> balances = new TreeMap<>();

  /** The last version of each stream that stands in the journal. */
  private final Map<String, Long> versions = new HashMap<>();

  private long seq;
  private String hash = JournalHash.GENESIS;

  Books(Report report) {
    this.report = report;
  }

  /** Takes in what was said; of each fund the last balance counts. */
  void hear(Spoken spoken) {
    if (spoken.topic().equals(TOPIC) && BALANCE.equals(spoken.headers().get("ce_type"))) {
      balances.put(String.valueOf(spoken.key()), spoken);
    }
  }

  /** The next entry of the journal; all of the topic must have been heard before. */
  void next(Document entry, Streams streams) {
    report.count("entries of the journal", 1);
    long number = entry.getLong("_id");
    if (number != seq + 1) {
      report.violation("Journal: entry %d follows %d".formatted(number, seq));
    }
    if (!hash.equals(entry.getString("prevHash"))) {
      report.violation("Journal: entry %d is not chained to the entry before".formatted(number));
    }
    if (!JournalHash.of(entry).equals(entry.getString("hash"))) {
      report.violation("Journal: entry %d is not what was written".formatted(number));
    }
    seq = number;
    hash = entry.getString("hash");
    for (Document decision : entry.getList("decisions", Document.class)) {
      decision.getList("postings", Document.class).forEach(posting -> post(number, posting));
      decision.getList("facts", Document.class).forEach(fact -> compare(number, fact, streams));
    }
  }

  private void post(long number, Document posting) {
    report.count("postings", 1);
    String from = posting.getString("from");
    String to = posting.getString("to");
    long fen = posting.getLong("fen");
    if (from == null || to == null || from.equals(to) || fen <= 0) {
      report.violation(
          "Journal: entry %d has a posting without balance: %s".formatted(number, posting));
      return;
    }
    standing.merge(from, -fen, Math::addExact);
    standing.merge(to, fen, Math::addExact);
  }

  private void compare(long number, Document fact, Streams streams) {
    String stream = fact.getString("stream");
    long version = fact.getLong("v");
    long before = versions.getOrDefault(stream, 0L);
    if (version != before + 1) {
      report.violation(
          "Journal: entry %d has %s@%d after %d".formatted(number, stream, version, before));
    }
    versions.put(stream, version);
    String said = streams.data(TOPIC, stream, version);
    if (said == null) {
      report.violation(
          "Journal: %s@%d of entry %d was never said".formatted(stream, version, number));
    } else if (!said.equals(Spoken.sha256(fact.get("data", Binary.class).getData()))) {
      report.violation("Journal: %s@%d was said otherwise than decided".formatted(stream, version));
    }
  }

  /** After the last entry. */
  void end(long published, Streams streams) {
    if (published != seq) {
      report.violation("Journal: %d entries, of which %d are said".formatted(seq, published));
    }
    for (String stream : streams.names(TOPIC)) {
      if (streams.last(TOPIC, stream) > versions.getOrDefault(stream, 0L)) {
        report.violation("%s is said further than the journal goes".formatted(stream));
      }
    }
    long sum = standing.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (sum != 0) {
      report.violation("All accounts together are %d fen, not zero".formatted(sum));
    }
    standing.keySet().stream()
        .map(account -> account.substring(0, Math.max(0, account.indexOf('/'))))
        .distinct()
        .forEach(fund -> compareBalance(fund, balances.get(fund)));
    balances.forEach((fund, spoken) -> {
      if (standing.keySet().stream().noneMatch(account -> account.startsWith(fund + "/"))) {
        compareBalance(fund, spoken);
      }
    });
    report.count("funds with money", balances.size());
  }

  private void compareBalance(String fund, @Nullable Spoken spoken) {
    if (spoken == null) {
      report.violation("Money of %s has moved, and no balance was said".formatted(fund));
      return;
    }
    JsonNode balance;
    try {
      balance = JSON.readTree(spoken.data());
    } catch (JacksonException notJson) {
      report.violation("%s is a balance that cannot be read".formatted(spoken.place()));
      return;
    }
    for (Account account : Account.values()) {
      long said = balance.path(account.field).asLong();
      long posted = account.sign * standing.getOrDefault(fund + "/" + account, 0L);
      if (said != posted) {
        report.violation(
            "%s: %s is said to be %d, and its postings add up to %d"
                .formatted(fund, account.field, said, posted));
      }
    }
  }
}
