package org.threefold.needs.need;

import java.util.List;
import java.util.function.UnaryOperator;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedId;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Decision;

/**
 * One command to one need, with who gave it and when, as the store wants it.
 *
 * @param words how words are to be kept
 */
record Deciding(
    NeedId need, NeedCommand command, Cause cause, Times times, UnaryOperator<String> words)
    implements Decision<Need, NeedEvent> {

  @Override
  public List<NeedEvent> decide(Need state) {
    return state.decide(need, command);
  }

  @Override
  public Need keep(Need after, List<? extends NeedEvent> facts) {
    return after.keep(command, facts, cause.at(), cause.actor(), times).saying(words);
  }
}
