package org.threefold.teststand;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.Fact;
import org.threefold.events.Stream;
import org.threefold.events.Topic;

/** The other services of the county: each thing they say is the next fact of its stream. */
final class Others {

  private final Clock clock;
  private final Map<Stream, Long> versions = new HashMap<>();
  private final Map<Event, Fact<Event>> said = new HashMap<>();

  Others(Clock clock) {
    this.clock = clock;
  }

  Fact<Event> next(Event event) {
    long version = versions.merge(event.stream(), 1L, Long::sum);
    Attributes attributes =
        Attributes.of(
            event,
            version,
            Topic.of(event).publisher(),
            clock.instant(),
            "request/test",
            "CAB@511523",
            null,
            null);
    var fact = new Fact<>(attributes, event);
    said.put(event, fact);
    return fact;
  }

  /** The fact that was made of this event, once more. */
  Fact<Event> again(Event event) {
    Fact<Event> fact = said.get(event);
    if (fact == null) {
      throw new IllegalArgumentException("Never said before: " + event);
    }
    return fact;
  }
}
