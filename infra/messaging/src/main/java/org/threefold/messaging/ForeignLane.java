package org.threefold.messaging;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.events.Event;
import org.threefold.events.EventTypes;
import org.threefold.events.ForeignEvent;
import org.threefold.events.NotAFact;

/**
 * Events of others under one key. One that does not fit is put aside and holds up nothing, for its
 * publisher will say it again, and better; one that we fail to handle holds up its key.
 */
final class ForeignLane<E extends Event> implements Hearing.Lane {

  private static final Logger log = LoggerFactory.getLogger(ForeignLane.class);

  /** Nobody has more to say at once; over HTTP it is the same. */
  private static final int MAX_BYTES = 256 * 1024;

  private final ForeignHearing<E> ear;
  private final String key;
  private Parking.@Nullable Kind held;

  ForeignLane(ForeignHearing<E> ear, String key, Parking.@Nullable Kind held) {
    this.ear = ear;
    this.key = key;
    this.held = held;
  }

  @Override
  public void hear(ConsumerRecord<byte[], byte[]> raw) {
    if (held == Parking.Kind.FAILED) {
      ear.parking()
          .park(raw, key, Parking.Kind.BEHIND, "An earlier record of the key failed", null);
      ear.attempts().count("behind");
      return;
    }
    held = judge(raw);
  }

  @Override
  public int replay(boolean giveUpFirst) {
    int done = 0;
    boolean giveUp = giveUpFirst;
    long after = -1;
    while (true) {
      Optional<ConsumerRecord<byte[], byte[]>> next = ear.parking().next(key, after);
      if (next.isEmpty()) {
        ear.parking().release(key);
        return done;
      }
      Parking.Kind kind = giveUp ? null : judge(next.get());
      giveUp = false;
      if (kind == Parking.Kind.FAILED) {
        return done;
      } else if (kind == Parking.Kind.MISFIT) {
        after = next.get().offset();
      } else {
        ear.parking().remove(next.get());
        done++;
      }
    }
  }

  /** Handles the record, or passes it over; else parks it, and answers how. */
  private Parking.@Nullable Kind judge(ConsumerRecord<byte[], byte[]> raw) {
    try {
      if (Wire.bytesOf(raw) > MAX_BYTES) {
        throw new Unfit("The record is larger than " + MAX_BYTES + " bytes");
      }
      ForeignEvent said = ForeignEvent.of(name -> Wire.header(raw, name), raw.value());
      Optional<Class<? extends Event>> type = EventTypes.find(said.type());
      if (type.isEmpty()) {
        ear.attempts().count("unknown");
        return null;
      }
      E event = decode(said, type.get());
      String speaker = "SYSTEM@" + said.source().substring(1);
      var cause = Cause.Told.of(said, event, speaker, ear.clock().instant());
      ear.attempts().run(() -> ear.handler().handle(event, cause));
      ear.attempts().count("handled");
      return null;
    } catch (TryLater away) {
      throw away;
    } catch (NotAFact | Unfit | KeyReused misfit) {
      return park(raw, Parking.Kind.MISFIT, misfit);
    } catch (RuntimeException poison) {
      log.error(
          "{}-{}@{} cannot be handled and is parked",
          ear.topic(),
          raw.partition(),
          raw.offset(),
          poison);
      return park(raw, Parking.Kind.FAILED, poison);
    }
  }

  private E decode(ForeignEvent said, Class<? extends Event> type) {
    if (!ear.family().isAssignableFrom(type)) {
      throw new Unfit(type.getSimpleName() + " does not belong on " + ear.topic());
    }
    E event = said.read(type.asSubclass(ear.family()));
    if (!said.key().equals(key)) {
      throw new Unfit("The key of the record is not its source and subject");
    }
    return event;
  }

  private Parking.Kind park(
      ConsumerRecord<byte[], byte[]> raw, Parking.Kind kind, RuntimeException why) {
    ear.parking().park(raw, key, kind, String.valueOf(why.getMessage()), why);
    ear.attempts().count(kind == Parking.Kind.MISFIT ? "misfit" : "parked");
    return kind;
  }
}
