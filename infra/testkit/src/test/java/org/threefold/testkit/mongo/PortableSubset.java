package org.threefold.testkit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What our code may ask of a MongoDB, and what comes back: the same on every store that speaks its
 * protocol.
 */
abstract class PortableSubset {

  private static final int DUPLICATE_KEY = 11000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  /** The collection all is tried on; empty at the beginning of each test. */
  MongoCollection<Document> needs;

  private MongoClient client;

  /** Makes a store ready and answers its address. */
  abstract String open();

  /** After each test. */
  abstract void close();

  @BeforeEach
  void connect() {
    client = MongoClients.create(open());
    client.getDatabase("needs").drop();
    needs = client.getDatabase("needs").getCollection("need");
    needs.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    needs.createIndex(new Document("ob", 1), new IndexOptions().unique(true).sparse(true));
  }

  @AfterEach
  void disconnect() {
    client.close();
    close();
  }

  // Inserting.

  @Test
  void an_id_is_taken_once() {
    needs.insertOne(need("N-1", 1));
    var refused =
        catchThrowableOfType(MongoWriteException.class, () -> needs.insertOne(need("N-1", 1)));
    assertThat(refused.getError().getCode()).isEqualTo(DUPLICATE_KEY);
  }

  @Test
  void an_unordered_insert_goes_on_after_a_duplicate() {
    needs.insertOne(need("N-2", 1));
    var batch = List.of(need("N-1", 1), need("N-2", 1), need("N-3", 1));
    var refused =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () -> needs.insertMany(batch, new InsertManyOptions().ordered(false)));
    assertThat(duplicates(refused)).containsExactly(1);
    assertThat(ids(needs.find())).containsExactlyInAnyOrder("N-1", "N-2", "N-3");
  }

  // Finding by text.

  @Test
  void a_range_of_text_finds_what_lies_in_it_and_nothing_else() {
    for (String mark : List.of("a", "b", "ba", "c", "\uFF21")) {
      needs.insertOne(need("N-" + mark, 1).append("ob", mark));
    }
    needs.insertOne(need("N-none", 1));
    assertThat(marked(new Document("$gt", "b"))).containsExactly("N-ba", "N-c", "N-\uFF21");
    assertThat(marked(new Document("$gte", "b").append("$lt", "c"))).containsExactly("N-b", "N-ba");
    assertThat(marked(new Document("$lte", "b"))).containsExactly("N-a", "N-b");
    assertThat(marked(new Document("$gt", "b").append("$gte", "a").append("$lte", "ba")))
        .containsExactly("N-ba");
  }

  @Test
  void texts_that_begin_alike_are_found_by_their_beginning() {
    for (String mark : List.of("07:N-1", "07:N-2", "07xN-3", "08:N-4")) {
      needs.insertOne(need(mark, 1).append("ob", mark));
    }
    assertThat(marked(Pattern.compile("^07:"))).containsExactly("07:N-1", "07:N-2");
    assertThat(marked(Pattern.compile("^07\\:N-1"))).containsExactly("07:N-1");
    assertThat(marked(Pattern.compile("^07.N"))).containsExactly("07:N-1", "07:N-2", "07xN-3");
    assertThat(marked(Pattern.compile("^07:x?N-2|^08"))).containsExactly("07:N-2", "08:N-4");
    assertThat(marked(Pattern.compile("^07:?x?N-3"))).containsExactly("07xN-3");
    assertThat(marked(Pattern.compile("^07X", Pattern.CASE_INSENSITIVE))).containsExactly("07xN-3");
    assertThat(marked(Pattern.compile("^"))).hasSize(4);
    assertThat(marked(Pattern.compile("N-4"))).containsExactly("08:N-4");
  }

  @Test
  void an_id_and_what_else_must_hold_are_both_asked() {
    needs.insertOne(need("N-1", 1).append("ob", "07:N-1"));
    assertThat(ids(needs.find(at("N-1", 1).append("ob", "07:N-1")))).containsExactly("N-1");
    assertThat(ids(needs.find(at("N-1", 1).append("ob", "08:N-1")))).isEmpty();
    assertThat(ids(needs.find(new Document("ob", "07:N-1").append("version", 2)))).isEmpty();
  }

  private List<String> marked(Object condition) {
    return ids(needs.find(new Document("ob", condition)).sort(new Document("_id", 1)));
  }

  // One guarded write per decision, many in one bulk.

  @Test
  void a_guarded_replace_hits_only_the_version_it_was_decided_on() {
    needs.insertOne(need("N-1", 1));
    assertThat(needs.replaceOne(at("N-1", 1), need("N-1", 2)).getModifiedCount()).isEqualTo(1);
    assertThat(needs.replaceOne(at("N-1", 1), need("N-1", 3)).getMatchedCount()).isZero();
    assertThat(version("N-1")).isEqualTo(2);
  }

  @Test
  void a_guarded_upsert_on_another_version_is_a_duplicate_key_of_that_operation_alone() {
    needs.insertOne(need("lost", 5));
    needs.insertOne(need("won", 1));
    List<WriteModel<Document>> batch =
        List.of(
            new ReplaceOneModel<>(at("lost", 4), need("lost", 5), UPSERT),
            new ReplaceOneModel<>(at("won", 1), need("won", 2), UPSERT),
            new ReplaceOneModel<>(at("new", 0), need("new", 1), UPSERT));

    var refused =
        catchThrowableOfType(
            MongoBulkWriteException.class, () -> needs.bulkWrite(batch, UNORDERED));

    assertThat(duplicates(refused)).containsExactly(0);
    var result = refused.getWriteResult();
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(result.getUpserts()).hasSize(1);
    assertThat(result.getUpserts().getFirst().getIndex()).isEqualTo(2);
    assertThat(version("lost")).isEqualTo(5);
    assertThat(version("won")).isEqualTo(2);
    assertThat(version("new")).isEqualTo(1);
  }

  @Test
  void an_upserted_document_is_the_replacement_and_nothing_of_the_filter() {
    needs.replaceOne(at("N-1", 0), need("N-1", 1), UPSERT);
    assertThat(the("N-1")).isEqualTo(need("N-1", 1));
  }

  @Test
  void said_facts_leave_the_outbox_and_the_mark_goes_with_the_last() {
    needs.insertOne(said("N-1", 2, 1, 2).append("ob", "07:N-1"));
    var result =
        needs.bulkWrite(
            List.of(
                new UpdateOneModel<>(
                    at("N-1", 2), cleared(2).append("$unset", new Document("ob", "")))),
            UNORDERED);
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(the("N-1")).isEqualTo(need("N-1", 2).append("outbox", List.of()));
  }

  @Test
  void a_fact_said_meanwhile_keeps_outbox_and_mark() {
    needs.insertOne(said("N-1", 3, 1, 2, 3).append("ob", "07:N-1"));
    List<WriteModel<Document>> batch =
        List.of(
            new UpdateOneModel<>(at("N-1", 2), cleared(2).append("$unset", new Document("ob", ""))),
            new UpdateOneModel<>(new Document("_id", "N-1"), cleared(2)));
    var result = needs.bulkWrite(batch, UNORDERED);
    assertThat(result.getMatchedCount()).isEqualTo(1);
    assertThat(the("N-1")).isEqualTo(said("N-1", 3, 3).append("ob", "07:N-1"));
  }

  @Test
  void a_bulk_of_guarded_sets_changes_what_still_matches() {
    needs.insertOne(need("N-1", 1));
    needs.insertOne(need("N-2", 2));
    List<WriteModel<Document>> batch =
        List.of(
            new UpdateOneModel<>(at("N-1", 1), set("heard.project/P-1", 12)),
            new UpdateOneModel<>(at("N-2", 1), set("heard.project/P-1", 12)));
    assertThat(needs.bulkWrite(batch, UNORDERED).getModifiedCount()).isEqualTo(1);
    assertThat(the("N-1").get("heard")).isEqualTo(new Document("project/P-1", 12));
    assertThat(the("N-2")).doesNotContainKey("heard");
  }

  @Test
  void replacing_a_document_by_itself_matches_and_modifies_nothing() {
    needs.insertOne(need("N-1", 1));
    var result = needs.replaceOne(at("N-1", 1), need("N-1", 1));
    assertThat(result.getMatchedCount()).isEqualTo(1);
    assertThat(result.getModifiedCount()).isZero();
  }

  // The sparse unique mark.

  @Test
  void many_documents_have_no_mark_and_two_never_share_one() {
    needs.insertMany(List.of(need("N-1", 1), need("N-2", 1), need("N-3", 1).append("ob", "07:x")));
    assertThatThrownBy(() -> needs.insertOne(need("N-4", 1).append("ob", "07:x")))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> needs.updateOne(eq("_id", "N-1"), set("ob", "07:x")))
        .isInstanceOf(MongoWriteException.class);
    needs.updateOne(eq("_id", "N-3"), new Document("$unset", new Document("ob", "")));
    needs.updateOne(eq("_id", "N-1"), set("ob", "07:x"));
    assertThat(ids(needs.find(eq("ob", "07:x")))).containsExactly("N-1");
  }

  @Test
  void marks_are_swept_by_prefix_or_by_range() {
    needs.insertMany(
        List.of(
            need("N-1", 1).append("ob", "07:N-1"),
            need("N-2", 1).append("ob", "07:N-2"),
            need("N-3", 1).append("ob", "08:N-3"),
            need("N-4", 1)));
    var prefix = new Document("ob", Pattern.compile("^07:"));
    var range = new Document("ob", new Document("$gte", "07:").append("$lt", "07;"));
    assertThat(ids(needs.find(prefix))).containsExactlyInAnyOrder("N-1", "N-2");
    assertThat(ids(needs.find(range))).containsExactlyInAnyOrder("N-1", "N-2");
    assertThat(ids(needs.find(range).sort(new Document("ob", 1)).limit(1))).containsExactly("N-1");
    assertThat(ids(needs.find(new Document("ob", Pattern.compile("^")))))
        .containsExactlyInAnyOrder("N-1", "N-2", "N-3");
  }

  // Reading.

  @Test
  void many_are_read_by_their_ids_at_once() {
    needs.insertMany(List.of(need("N-1", 1), need("N-2", 1), need("N-3", 1)));
    var filter = new Document("_id", new Document("$in", List.of("N-1", "N-3", "N-9")));
    assertThat(ids(needs.find(filter))).containsExactlyInAnyOrder("N-1", "N-3");
  }

  @Test
  void a_page_is_filtered_sorted_skipped_limited_and_counted() {
    for (int i = 0; i < 10; i++) {
      needs.insertOne(
          need("N-" + i, i).append("state", new Document("station", i < 7 ? "S-1" : "S-2")));
    }
    var filter = new Document("state.station", "S-1");
    assertThat(ids(needs.find(filter).sort(new Document("version", -1)).skip(2).limit(3)))
        .containsExactly("N-4", "N-3", "N-2");
    assertThat(needs.countDocuments(filter)).isEqualTo(7);
    assertThat(needs.countDocuments()).isEqualTo(10);
  }

  @Test
  void a_long_answer_comes_in_batches() {
    var all = new ArrayList<Document>();
    for (int i = 0; i < 2_500; i++) {
      all.add(need("N-" + i, 1));
    }
    needs.insertMany(all);
    assertThat(ids(needs.find().batchSize(100))).hasSize(2_500).doesNotHaveDuplicates();
  }

  @Test
  void a_projection_leaves_the_rest_out() {
    needs.insertOne(need("N-1", 4).append("outbox", List.of()));
    assertThat(needs.find(eq("_id", "N-1")).projection(new Document("version", 1)).first())
        .isEqualTo(at("N-1", 4));
  }

  @Test
  void a_counter_is_raised_and_made_when_it_is_not_there() {
    var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    var raise = new Document("$inc", new Document("next", 1L));
    var counter = new Document("_id", "needs-of-2026");
    assertThat(needs.findOneAndUpdate(counter, raise, options)).containsEntry("next", 1L);
    assertThat(needs.findOneAndUpdate(counter, raise, options)).containsEntry("next", 2L);
  }

  @Test
  void deleting_by_id_frees_id_and_mark() {
    needs.insertOne(need("N-1", 1).append("ob", "07:N-1"));
    assertThat(needs.deleteOne(eq("_id", "N-1")).getDeletedCount()).isEqualTo(1);
    needs.insertOne(need("N-1", 1).append("ob", "07:N-1"));
    assertThat(needs.countDocuments()).isEqualTo(1);
  }

  @Test
  void values_come_back_as_they_went_in() {
    var value =
        need("N-1", 1)
            .append("fen", 12_345_678_901L)
            .append("at", new BsonDateTime(1_795_000_000_000L))
            .append("bytes", new Binary(new byte[] {1, 2, 3}))
            .append("amount", Decimal128.parse("1.10"))
            .append("nothing", null)
            .append("list", List.of(1, "two", List.of(3.5)))
            .append("汉字", "社区");
    needs.insertOne(value);
    assertThat(the("N-1").toBsonDocument()).isEqualTo(value.toBsonDocument());
  }

  static Document need(String id, int version) {
    return new Document("_id", id).append("version", version);
  }

  /** A flat filter: the same shape as the beginning of the document. */
  static Document at(String id, int version) {
    return need(id, version);
  }

  private static Document said(String id, int version, int... facts) {
    var outbox = new ArrayList<Document>();
    for (int fact : facts) {
      outbox.add(new Document("v", fact).append("data", "{}"));
    }
    return need(id, version).append("outbox", outbox);
  }

  private static Document cleared(int upTo) {
    return new Document(
        "$pull", new Document("outbox", new Document("v", new Document("$lte", upTo))));
  }

  private static Document set(String field, Object value) {
    return new Document("$set", new Document(field, value));
  }

  private Document the(String id) {
    return requireNonNull(needs.find(eq("_id", id)).first(), id);
  }

  private int version(String id) {
    return the(id).getInteger("version");
  }

  private static List<Integer> duplicates(MongoBulkWriteException refused) {
    assertThat(refused.getWriteErrors()).allMatch(it -> it.getCode() == DUPLICATE_KEY);
    return refused.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
  }

  private static List<String> ids(Iterable<Document> found) {
    var ids = new ArrayList<String>();
    found.forEach(it -> ids.add(it.getString("_id")));
    return ids;
  }
}
