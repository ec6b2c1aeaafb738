package org.threefold.e2e.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.e2e.checking.Said.fact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class BooksTest {

  private static final String FUND = "fund/F-1";
  private static final String CHANGED = "org.threefold.fund.balance-changed.v1";

  private final Report report = new Report();
  private final Streams streams = new Streams(report);
  private final Books books = new Books(report);
  private String hash = JournalHash.GENESIS;

  private static String balance(long received, long held, long available) {
    return String.format(
        "{\"receivedFen\":%d,\"heldFen\":%d,\"committedFen\":0,\"disbursedFen\":0,"
            + "\"refundedFen\":0,\"availableFen\":%d}",
        received, held, available);
  }

  private static Document posting(String from, String to, long fen) {
    return new Document("from", from).append("to", to).append("fen", fen);
  }

  /** An entry with one decision, sealed. */
  private Document entry(long seq, Document posting, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    Document said =
        new Document("stream", FUND)
            .append("v", seq)
            .append("type", CHANGED)
            .append("data", new Binary(bytes));
    Document decision =
        new Document("cause", "request/" + seq)
            .append("at", Date.from(Instant.ofEpochMilli(seq)))
            .append("actor", "FINANCE@511523")
            .append("ref", "F-1")
            .append("changes", List.of())
            .append("postings", List.of(posting))
            .append("facts", List.of(said));
    Document entry =
        new Document("_id", seq)
            .append("at", Date.from(Instant.ofEpochMilli(seq)))
            .append("decisions", List.of(decision))
            .append("prevHash", hash);
    hash = JournalHash.of(entry);
    return entry.append("hash", hash);
  }

  private Document received() {
    return entry(1, posting("F-1/RECEIVED", "F-1/AVAILABLE", 100), balance(100, 0, 100));
  }

  private Document held() {
    return entry(2, posting("F-1/AVAILABLE", "F-1/HELD", 30), balance(100, 30, 70));
  }

  private void say(long version, String data) {
    Spoken spoken = fact("funds", (int) version - 1, FUND, version, CHANGED, data);
    streams.hear(spoken);
    books.hear(spoken);
  }

  private void sayBoth() {
    say(1, balance(100, 0, 100));
    say(2, balance(100, 30, 70));
  }

  @Test
  void books_that_add_up_are_right() {
    sayBoth();
    books.next(received(), streams);
    books.next(held(), streams);
    books.end(2, streams);

    assertThat(report.violations()).isEmpty();
    assertThat(report.counts())
        .containsEntry("entries of the journal", 2L)
        .containsEntry("postings", 2L)
        .containsEntry("funds with money", 1L);
  }

  @Test
  void a_changed_digit_is_found() {
    sayBoth();
    Document first = received();
    Document second = held();
    first
        .getList("decisions", Document.class)
        .getFirst()
        .getList("postings", Document.class)
        .getFirst()
        .put("fen", 101L);
    books.next(first, streams);
    books.next(second, streams);
    books.end(2, streams);

    assertThat(report.violations())
        .containsExactly(
            "Journal: entry 1 is not what was written",
            "F-1: receivedFen is said to be 100, and its postings add up to 101",
            "F-1: availableFen is said to be 70, and its postings add up to 71");
  }

  @Test
  void an_entry_that_is_missing_is_found() {
    sayBoth();
    received();
    books.next(held(), streams);
    books.end(2, streams);

    assertThat(report.violations())
        .contains(
            "Journal: entry 2 follows 0", "Journal: entry 2 is not chained to the entry before");
  }

  @Test
  void an_entry_rewritten_with_a_new_hash_is_found_by_the_next() {
    sayBoth();
    Document first = received();
    Document second = held();
    first.put("at", Date.from(Instant.ofEpochMilli(99)));
    first.put("hash", JournalHash.of(first));
    books.next(first, streams);
    books.next(second, streams);
    books.end(2, streams);

    assertThat(report.violations())
        .containsExactly("Journal: entry 2 is not chained to the entry before");
  }

  @Test
  void a_posting_from_an_account_to_itself_or_of_nothing_is_found() {
    say(1, balance(0, 0, 0));
    say(2, balance(0, 0, 0));
    books.next(entry(1, posting("F-1/HELD", "F-1/HELD", 5), balance(0, 0, 0)), streams);
    books.next(entry(2, posting("F-1/HELD", "F-1/AVAILABLE", 0), balance(0, 0, 0)), streams);
    books.end(2, streams);

    assertThat(report.violations())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("has a posting without balance"));
  }

  @Test
  void a_balance_that_is_not_the_sum_of_the_postings_is_found() {
    say(1, balance(100, 0, 100));
    say(2, balance(100, 30, 71));
    books.next(received(), streams);
    books.next(entry(2, posting("F-1/AVAILABLE", "F-1/HELD", 30), balance(100, 30, 71)), streams);
    books.end(2, streams);

    assertThat(report.violations())
        .containsExactly("F-1: availableFen is said to be 71, and its postings add up to 70");
  }

  @Test
  void a_fact_said_otherwise_than_decided_is_found() {
    say(1, balance(100, 0, 100));
    say(2, balance(100, 30, 70) + " ");
    books.next(received(), streams);
    books.next(held(), streams);
    books.end(2, streams);

    assertThat(report.violations())
        .containsExactly("Journal: fund/F-1@2 was said otherwise than decided");
  }

  @Test
  void an_entry_that_was_not_said_is_found() {
    say(1, balance(100, 0, 100));
    books.next(received(), streams);
    books.next(held(), streams);
    books.end(1, streams);

    assertThat(report.violations())
        .contains(
            "Journal: fund/F-1@2 of entry 2 was never said",
            "Journal: 2 entries, of which 1 are said");
  }

  @Test
  void a_fact_that_is_not_in_the_journal_is_found() {
    sayBoth();
    books.next(received(), streams);
    books.end(1, streams);

    assertThat(report.violations()).contains("fund/F-1 is said further than the journal goes");
  }

  @Test
  void money_that_moved_without_a_word_is_found() {
    streams.hear(fact("funds", 0, FUND, 1, CHANGED, balance(100, 0, 100)));
    books.next(received(), streams);
    books.end(1, streams);

    assertThat(report.violations())
        .containsExactly("Money of F-1 has moved, and no balance was said");
  }
}
