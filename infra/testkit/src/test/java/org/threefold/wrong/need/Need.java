package org.threefold.wrong.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** An aggregate that asks the time, makes ids and knows the database. */
class Need {

  List<String> decide(NeedCommand command) {
    return List.of(command + " " + Instant.now() + " " + UUID.randomUUID());
  }

  Need after(Document fact) {
    return fact.isEmpty() ? this : new Need();
  }
}
