package org.threefold.needs.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.AlertId;
import org.threefold.events.DivisionCode;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.SafeguardingEvent.SafeguardingAlertRaised;
import org.threefold.needs.safeguarding.AlertCommand.Asked;
import org.threefold.needs.safeguarding.AlertCommand.Raise;
import org.threefold.needs.safeguarding.AlertCommand.Silent;

/** A suspicion of harm, until an authority has taken it over (domain §3.2.4). */
sealed interface Alert permits Alert.Unknown, RaisedAlert {

  /** Nobody has raised it yet. */
  record Unknown() implements Alert {}

  /**
   * What follows for the alert of this id from this command.
   *
   * @throws NotFound if anything but raising is asked of an alert that nobody has raised
   */
  default List<SafeguardingEvent> decide(AlertId id, AlertCommand command) {
    return switch (this) {
      case Unknown _ ->
          switch (command) {
            case Raise it -> List.of(new SafeguardingAlertRaised(id, it.unit(), it.now()));
            case Asked _ -> throw new NotFound(id);
            case Silent _ -> List.of();
          };
      case RaisedAlert it -> it.follows(command);
    };
  }

  /** The state after a fact. */
  default Alert after(SafeguardingEvent event) {
    return switch (this) {
      case Unknown it ->
          event instanceof SafeguardingAlertRaised first ? RaisedAlert.from(first) : it;
      case RaisedAlert it -> it.then(event);
    };
  }

  /** The state with what is kept of a decision. */
  default Alert keep(AlertCommand command, Instant at, String actor) {
    return switch (this) {
      case Unknown it -> it;
      case RaisedAlert it -> it.keeping(command, at, actor);
    };
  }

  /** The same alert with all words of it said otherwise. */
  default Alert saying(UnaryOperator<String> words) {
    return switch (this) {
      case Unknown it -> it;
      case RaisedAlert it -> it.saying(words);
    };
  }

  /** Where it belongs. */
  default @Nullable DivisionCode division() {
    return this instanceof RaisedAlert it ? it.unit().division() : null;
  }

  /** When it has to be looked at again. */
  default @Nullable Instant due() {
    return this instanceof RaisedAlert it ? it.dueAt() : null;
  }
}
