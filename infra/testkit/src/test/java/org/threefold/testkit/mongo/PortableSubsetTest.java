package org.threefold.testkit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The portable subset on both embedded stores, and what these answer from an index. */
@ParameterizedClass
@EnumSource
class PortableSubsetTest extends PortableSubset {

  enum Store {
    MEMORY,
    DURABLE
  }

  @TempDir Path dir;

  private final Store store;

  @SuppressWarnings("NullAway.Init") // A test opens it before anything else.
  private LocalMongo mongo;

  PortableSubsetTest(Store store) {
    this.store = store;
  }

  @Override
  String open() {
    mongo = store == Store.MEMORY ? LocalMongo.inMemory() : LocalMongo.start(dir, 0);
    return mongo.uri();
  }

  @Override
  void close() {
    mongo.close();
  }

  // Everything that is not listed here walks through the whole collection.

  @Test
  void index_used_for_one_id_and_for_many() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(new Document("_id", "N-1"))).isTrue();
    assertThat(indexed(eq("_id", "N-1"))).isTrue();
    assertThat(indexed(new Document("_id", new Document("$in", List.of("N-1", "N-2"))))).isTrue();
  }

  @Test
  void index_used_for_id_and_version_in_a_flat_filter_whatever_the_order() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(at("N-1", 1))).isTrue();
    assertThat(indexed(new Document("version", 1).append("_id", "N-1"))).isTrue();
  }

  @Test
  void index_used_for_a_mark_and_for_its_prefix() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(new Document("ob", "07:N-1"))).isTrue();
    assertThat(indexed(new Document("ob", Pattern.compile("^07:")))).isTrue();
  }

  @Test
  void index_used_for_an_id_and_whatever_else() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(at("N-1", 1).append("state.station", "S-1"))).isTrue();
    assertThat(indexed(new Document("_id", "N-1").append("version", new Document("$lt", 5))))
        .isTrue();
  }

  @Test
  void index_used_for_a_range_of_text_on_its_one_field() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(new Document("ob", new Document("$gte", "07:").append("$lt", "07;"))))
        .isTrue();
    assertThat(indexed(new Document("_id", new Document("$gt", "N-1")))).isTrue();
  }

  @Test
  void collection_scanned_for_and_exists_and_a_field_without_index() {
    needs.insertOne(need("N-1", 1));
    assertThat(indexed(and(eq("_id", "N-1"), eq("version", 1)))).isFalse();
    assertThat(indexed(new Document("ob", new Document("$exists", true)))).isFalse();
    assertThat(indexed(new Document("ob", Pattern.compile("07:")))).isTrue();
    assertThat(indexed(new Document("_id", new Document("$ne", "N-1")))).isFalse();
    assertThat(indexed(new Document("version", 1))).isFalse();
  }

  @Test
  void collection_scanned_in_spite_of_an_index_that_is_not_unique() {
    needs.insertOne(need("N-1", 1));
    needs.createIndex(new Document("state.station", 1));
    assertThat(indexed(new Document("state.station", "S-1"))).isFalse();
  }

  private boolean indexed(Bson filter) {
    return mongo.usesIndex("needs", "need", filter);
  }
}
