package org.threefold.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.threefold.testkit.mongo.LocalMongo;

class FloorBooksTest {

  private static final Workload WORKLOAD = new Workload("test", 1, 1, 1);

  @Test
  void the_floor_stores_what_ours_stores_and_counts_it() throws Exception {
    try (LocalMongo store = LocalMongo.inMemory();
        MongoClient client = MongoClients.create(store.uri())) {
      OurKeeper ours = new OurKeeper(() -> 0, client);
      try (Keeper.Books books = new FloorKeeper(() -> 0, client, ours).open(WORKLOAD)) {
        for (int turn = 0; turn < 4; turn++) {
          books.execute(WORKLOAD.command(0, turn));
        }
        var journal = client.getDatabase("floor1").getCollection("journal");
        Document second = Entries.from(journal, 2).getFirst();
        assertThat(second.getList("decisions", Document.class))
            .singleElement()
            .satisfies(it -> assertThat(it.getLong("heardVersion")).isEqualTo(2))
            .satisfies(it -> assertThat(it.getList("facts", Document.class)).hasSize(2));
        assertThat(books.wrong(new long[] {4})).isEmpty();
        journal.deleteOne(Filters.eq("_id", 4L));
        assertThat(books.wrong(new long[] {4}))
            .containsExactly("4 commands were acknowledged, 3 are there");
      }
    }
  }

  @Test
  void the_floor_refuses_what_does_not_follow() throws Exception {
    try (LocalMongo store = LocalMongo.inMemory();
        MongoClient client = MongoClients.create(store.uri())) {
      OurKeeper ours = new OurKeeper(() -> 0, client);
      try (Keeper.Books books = new FloorKeeper(() -> 0, client, ours).open(WORKLOAD)) {
        assertThatThrownBy(() -> books.execute(WORKLOAD.command(0, 1)))
            .hasRootCauseMessage("Refused");
      }
    }
  }
}
