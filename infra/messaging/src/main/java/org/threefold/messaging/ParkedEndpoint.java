package org.threefold.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** What operators see and do about records that could not be handled: {@code /actuator/parked}. */
@Endpoint(id = "parked")
final class ParkedEndpoint {

  private final Ears ears;

  ParkedEndpoint(Ears ears) {
    this.ears = ears;
  }

  /** Every key that is held up, by topic, oldest first. */
  @ReadOperation
  Map<String, List<Parking.HeldKey>> held() {
    Map<String, List<Parking.HeldKey>> held = new TreeMap<>();
    ears.byTopic().forEach((topic, ear) -> held.put(topic, ear.parking().list()));
    return held;
  }

  /** Tries again what is parked of a key, in order; answers how many records went through. */
  @WriteOperation
  Map<String, Object> replay(@Selector String topic, @Selector String key) {
    return again(topic, key, false);
  }

  /** Gives up the first parked record of a key for good, and tries the rest. */
  @DeleteOperation
  Map<String, Object> drop(@Selector String topic, @Selector String key) {
    return again(topic, key, true);
  }

  private Map<String, Object> again(String topic, String key, boolean giveUpFirst) {
    return Optional.ofNullable(ears.byTopic().get(topic))
        .<Map<String, Object>>map(ear -> Map.of("done", ear.replay(key, giveUpFirst)))
        .orElse(Map.of("done", 0));
  }
}
