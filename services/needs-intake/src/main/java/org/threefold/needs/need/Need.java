package org.threefold.needs.need;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedId;
import org.threefold.needs.need.NeedCommand.Asked;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.needs.need.NeedCommand.Silent;

/** A need, from the first visit to a unit until somebody has answered for it (domain §3.2.2). */
sealed interface Need permits Need.Unknown, Recorded {

  /** Nobody has told of it yet. */
  record Unknown() implements Need {}

  /**
   * What follows for the need of this number from this command.
   *
   * @throws NotFound if anything but collecting is asked of a need that nobody has told of
   */
  default List<NeedEvent> decide(NeedId need, NeedCommand command) {
    return switch (this) {
      case Unknown _ ->
          switch (command) {
            case Collect it -> List.of(Collecting.decide(need, it));
            case Asked _ -> throw new NotFound(need);
            case Silent _ -> List.of();
          };
      case Recorded it -> it.follows(command);
    };
  }

  /** The state after a fact. */
  default Need after(NeedEvent event) {
    return switch (this) {
      case Unknown it -> event instanceof NeedCollected first ? Recorded.from(first) : it;
      case Recorded it -> it.then(event);
    };
  }

  /** The state with what intake keeps for itself of a decision. */
  default Need keep(
      NeedCommand command, List<? extends NeedEvent> facts, Instant at, String actor, Times times) {
    return switch (this) {
      case Unknown it -> it;
      case Recorded it -> it.keeping(command, facts, at, actor, times);
    };
  }

  /** The same need with all words of it said otherwise. */
  default Need saying(UnaryOperator<String> words) {
    return switch (this) {
      case Unknown it -> it;
      case Recorded it -> it.saying(words);
    };
  }

  /** Where the need belongs. */
  default @Nullable DivisionCode division() {
    return this instanceof Recorded it ? it.origin().division() : null;
  }

  /** When it has to be looked at again. */
  default @Nullable Instant due() {
    return this instanceof Recorded it ? it.dueAt() : null;
  }
}
