package org.threefold.messaging;

import java.time.Clock;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Event;

/**
 * Understands events of others, which have no streams and versions of ours: each is known again by
 * its source and id, where its effect is stored.
 */
record ForeignHearing<E extends Event>(
    String topic,
    Class<E> family,
    Ear.ForeignHandler<E> handler,
    Parking parking,
    Attempts attempts,
    Clock clock)
    implements Hearing {

  @Override
  public Batch begin(Collection<ConsumerRecord<byte[], byte[]>> records) {
    return new Batch() {
      @Override
      public Lane lane(String key, Parking.@Nullable Kind held) {
        return new ForeignLane<>(ForeignHearing.this, key, held);
      }

      @Override
      public void close() {} // There is nothing to be known of a batch.
    };
  }
}
