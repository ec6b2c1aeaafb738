package org.threefold.needs.safeguarding;

import java.util.List;
import java.util.function.UnaryOperator;
import org.threefold.events.AlertId;
import org.threefold.events.SafeguardingEvent;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Decision;

/**
 * One command to one alert, with who gave it and when, as the store wants it.
 *
 * @param words how words are to be kept
 */
record AlertDeciding(AlertId id, AlertCommand command, Cause cause, UnaryOperator<String> words)
    implements Decision<Alert, SafeguardingEvent> {

  @Override
  public List<SafeguardingEvent> decide(Alert state) {
    return state.decide(id, command);
  }

  @Override
  public Alert keep(Alert after, List<? extends SafeguardingEvent> facts) {
    return after.keep(command, cause.at(), cause.actor()).saying(words);
  }
}
