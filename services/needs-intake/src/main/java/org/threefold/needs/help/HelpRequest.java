package org.threefold.needs.help;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.HelpRequestEvent.HelpRequestReceived;
import org.threefold.events.HelpRequestId;
import org.threefold.needs.desk.DeskRules;
import org.threefold.needs.help.HelpCommand.Close;
import org.threefold.needs.help.HelpCommand.LetTimePass;
import org.threefold.needs.help.HelpCommand.Receive;
import org.threefold.needs.help.HelpCommand.Respond;

/** A resident's call for help, from the call until somebody has said what came of it. */
sealed interface HelpRequest permits HelpRequest.Unknown, Taken {

  /** Nobody has told of it yet. */
  record Unknown() implements HelpRequest {}

  /**
   * What follows for the help request of this number from this command.
   *
   * @throws NotFound if anything but receiving is asked of one that nobody has told of
   */
  default List<HelpRequestEvent> decide(HelpRequestId request, HelpCommand command) {
    return switch (this) {
      case Unknown _ ->
          switch (command) {
            case Receive it -> List.of(received(request, it));
            case Respond _, Close _ -> throw new NotFound(request);
            case LetTimePass _ -> List.of();
          };
      case Taken it -> it.follows(command);
    };
  }

  private static HelpRequestReceived received(HelpRequestId request, Receive it) {
    mustBeFit(it);
    return new HelpRequestReceived(
        request, it.unit(), it.channel(), it.urgency(), it.receivedAt(), it.respondBy());
  }

  /**
   * Goes on if the call may be recorded; looks at nothing but the command.
   *
   * @throws Refused NEED-002, NEED-009, NEED-031
   */
  static void mustBeFit(Receive it) {
    DeskRules.mustBeKeepable("words", it.words(), it.resident());
    if (!it.open()) {
      throw new Refused("NEED-002", it.unit());
    }
    DeskRules.mustLieWithin(it.receivedAt(), it.earliest(), it.now());
  }

  /** The state after a fact. */
  default HelpRequest after(HelpRequestEvent event) {
    return switch (this) {
      case Unknown it -> event instanceof HelpRequestReceived first ? Taken.from(first) : it;
      case Taken it -> it.then(event);
    };
  }

  /** The state with what intake keeps for itself of a decision. */
  default HelpRequest keep(
      HelpCommand command,
      List<? extends HelpRequestEvent> facts,
      UnaryOperator<String> sealing,
      HelpTimes times) {
    return switch (this) {
      case Unknown it -> it;
      case Taken it -> it.keeping(command, facts, sealing, times);
    };
  }

  /** Whose desk it is on. */
  default @Nullable DivisionCode division() {
    return this instanceof Taken it ? it.unit().division() : null;
  }

  /** When it has to be looked at again. */
  default @Nullable Instant due() {
    return this instanceof Taken it ? it.remindAt() : null;
  }
}
