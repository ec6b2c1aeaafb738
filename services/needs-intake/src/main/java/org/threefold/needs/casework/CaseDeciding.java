package org.threefold.needs.casework;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseId;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Decision;

/**
 * One command to one case, with who gave it and when, as the store wants it.
 *
 * @param hand stands for who gave it, if a person did
 * @param words how words are to be kept
 */
record CaseDeciding(
    CaseId id,
    CaseCommand command,
    Cause cause,
    @Nullable String hand,
    List<Integer> followUpMonths,
    UnaryOperator<String> words)
    implements Decision<Case, CaseEvent> {

  @Override
  public List<CaseEvent> decide(Case state) {
    return state.decide(id, command);
  }

  @Override
  public Case keep(Case after, List<? extends CaseEvent> facts) {
    return after
        .keep(command, facts, cause.at(), cause.actor(), hand, followUpMonths)
        .saying(words);
  }
}
