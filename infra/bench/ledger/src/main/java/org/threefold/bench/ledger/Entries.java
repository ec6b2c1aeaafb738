package org.threefold.bench.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;

/** Entries as they lie in a store, read by their ids: a range would be looked for everywhere. */
final class Entries {

  private static final int BLOCK = 256;

  private Entries() {}

  /** Those of the next so many numbers, in order. */
  static List<Document> from(MongoCollection<Document> journal, long first) {
    List<Document> block = new ArrayList<>();
    journal
        .find(Filters.in("_id", LongStream.range(first, first + BLOCK).boxed().toList()))
        .forEach(block::add);
    block.sort(Comparator.comparing((Document entry) -> entry.getLong("_id")));
    return block;
  }
}
