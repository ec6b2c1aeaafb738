package org.threefold.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threefold.testkit.mongo.LocalMongo;

class JournalGateTest {

  private static final Workload WORKLOAD = new Workload("test", 2, 4, 2);
  private static final int TURNS = 5;

  private final LocalMongo store = LocalMongo.inMemory();
  private final MongoClient client = MongoClients.create(store.uri());
  private final OurKeeper keeper = new OurKeeper(() -> 0, client);
  private Keeper.Books books;
  private MongoCollection<Document> journal;

  @BeforeEach
  void two_clients_have_asked_five_commands_each() throws Exception {
    books = keeper.open(WORKLOAD);
    for (int turn = 0; turn < TURNS; turn++) {
      books.execute(WORKLOAD.command(0, turn));
      books.execute(WORKLOAD.command(1, turn));
    }
    journal = client.getDatabase("ours1").getCollection("journal");
  }

  @AfterEach
  void end() throws Exception {
    books.close();
    client.close();
    store.close();
  }

  @Test
  void books_that_were_kept_by_the_ledger_pass() throws Exception {
    assertThat(books.wrong(new long[] {TURNS, TURNS})).isEmpty();
  }

  @Test
  void a_command_that_was_acknowledged_and_is_not_there_is_found() throws Exception {
    assertThat(books.wrong(new long[] {TURNS, TURNS + 1}))
        .containsExactly("command 5 of client 1 is lost");
  }

  @Test
  void a_last_entry_that_was_taken_away_is_a_lost_command() throws Exception {
    long last = journal.countDocuments();
    journal.deleteOne(Filters.eq("_id", last));
    assertThat(books.wrong(new long[] {TURNS, TURNS}))
        .containsExactly("command 4 of client 1 is lost");
  }

  @Test
  void an_entry_that_was_taken_out_of_the_middle_is_a_hole() throws Exception {
    long middle = journal.countDocuments() - 3;
    journal.deleteOne(Filters.eq("_id", middle));
    assertThat(books.wrong(new long[] {TURNS, TURNS}))
        .contains("entry " + middle + " is missing, " + (middle + 1) + " follows");
  }

  @Test
  void a_changed_amount_breaks_the_chain_and_is_not_what_was_asked() throws Exception {
    long last = journal.countDocuments();
    journal.updateOne(
        Filters.eq("_id", last), Updates.set("decisions.0.postings.0.fen", 2_000_000L));
    assertThat(books.wrong(new long[] {TURNS, TURNS}))
        .anyMatch(it -> it.contains("is not what was chained"))
        .anyMatch(it -> it.contains("was asked"));
  }

  @Test
  void a_command_in_two_entries_is_found() throws Exception {
    Document last = Entries.from(journal, journal.countDocuments()).getFirst();
    journal.insertOne(last.append("_id", last.getLong("_id") + 1));
    assertThat(books.wrong(new long[] {TURNS, TURNS}))
        .contains("command 4 of client 1 is there twice");
  }
}
