package org.threefold.messaging;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one topic are understood; splitting, locking and waiting are the {@link
 * BatchEar}'s.
 */
interface Hearing {

  /** A batch begins; none of it has been handled. */
  Batch begin(Collection<ConsumerRecord<byte[], byte[]>> records);

  /** What is heard together, key by key. */
  interface Batch extends AutoCloseable {

    /**
     * The lane of one key.
     *
     * @param held how the key is held up, or null
     */
    Lane lane(String key, Parking.@Nullable Kind held);

    /** Stores what is known once the effects are stored. */
    @Override
    void close();
  }

  /** The records of one key, one after the other. Only one thread at a time is in a key's lane. */
  interface Lane {

    /** When this returns, the record is handled, parked or passed over. */
    void hear(ConsumerRecord<byte[], byte[]> raw);

    /** The same for several records, which are in the order they came. */
    default void hearAll(List<ConsumerRecord<byte[], byte[]>> records) {
      records.forEach(this::hear);
    }

    /**
     * Tries again what is parked of the key, in order, until it is empty or fails again.
     *
     * @param giveUpFirst whether the first record is given up instead of tried
     * @return how many records were handled or given up
     */
    int replay(boolean giveUpFirst);
  }
}
