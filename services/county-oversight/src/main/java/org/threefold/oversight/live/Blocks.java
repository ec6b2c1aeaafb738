package org.threefold.oversight.live;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;

/** The stored window of the stream: blocks without holes between them, each number taken once. */
class Blocks {

  private static final int DUPLICATE_KEY = 11000;
  private static final int LOOK_AHEAD = 32;

  /** Not a block: says under which number the first block of this store is. */
  private static final long ORIGIN = 0;

  private final MongoCollection<Document> collection;

  Blocks(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /**
   * The number of the first block that this store ever had or will have.
   *
   * @param proposal what it shall be, if nobody has decided it yet
   */
  long origin(long proposal) {
    try {
      collection.insertOne(new Document("_id", ORIGIN).append("first", proposal));
      return proposal;
    } catch (MongoWriteException taken) {
      if (taken.getError().getCode() != DUPLICATE_KEY) {
        throw taken;
      }
      Document origin = collection.find(new Document("_id", ORIGIN)).first();
      return Objects.requireNonNull(origin).getLong("first");
    }
  }

  /** All that is kept, oldest first; the window bounds it. */
  List<Block> all() {
    return read(new Document());
  }

  /** What others have told from this number on, as far as one look reaches. */
  List<Block> from(long number) {
    List<Long> numbers = LongStream.range(number, number + LOOK_AHEAD).boxed().toList();
    return read(new Document("_id", new Document("$in", numbers)));
  }

  /** Stores the block, unless another writer has taken its number. */
  boolean take(Block block) {
    try {
      collection.insertOne(block.write());
      return true;
    } catch (MongoWriteException failed) {
      if (failed.getError().getCode() == DUPLICATE_KEY) {
        return false;
      }
      throw failed;
    }
  }

  void forget(List<Long> numbers) {
    collection.deleteMany(new Document("_id", new Document("$in", numbers)));
  }

  private List<Block> read(Document filter) {
    List<Block> blocks = new ArrayList<>();
    for (Document found : collection.find(filter)) {
      if (found.getLong("_id") != ORIGIN) {
        blocks.add(Block.read(found));
      }
    }
    blocks.sort(Comparator.comparingLong(Block::number));
    return blocks;
  }
}
