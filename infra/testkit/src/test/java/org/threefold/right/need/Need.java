package org.threefold.right.need;

import java.time.Instant;
import java.util.List;

/** An aggregate as it should be: it is told. */
record Need(Instant since) {

  List<Instant> decide(NeedCommand command) {
    return List.of(command.at());
  }

  Need after(Instant fact) {
    return new Need(fact);
  }
}
