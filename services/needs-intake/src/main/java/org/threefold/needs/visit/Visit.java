package org.threefold.needs.visit;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.VisitEvent;
import org.threefold.events.VisitEvent.VisitReceived;
import org.threefold.events.VisitId;
import org.threefold.needs.desk.DeskRules;
import org.threefold.needs.visit.VisitCommand.Complete;
import org.threefold.needs.visit.VisitCommand.LetDayEnd;
import org.threefold.needs.visit.VisitCommand.Receive;

/** Somebody comes to a unit, and leaves it with an answer or with more (domain §1.L, L01). */
sealed interface Visit permits Visit.Unknown, Logged {

  /** Nobody has told of it yet. */
  record Unknown() implements Visit {}

  /**
   * What follows for the visit of this number from this command.
   *
   * @throws NotFound if anything but receiving is asked of a visit that nobody has told of
   */
  default List<VisitEvent> decide(VisitId visit, VisitCommand command) {
    return switch (this) {
      case Unknown _ ->
          switch (command) {
            case Receive it -> received(visit, it);
            case Complete _ -> throw new NotFound(visit);
            case LetDayEnd _ -> List.of();
          };
      case Logged it -> it.follows(command);
    };
  }

  private static List<VisitEvent> received(VisitId visit, Receive it) {
    mustBeFit(it);
    return List.of(
        new VisitReceived(
            visit,
            it.unit(),
            it.purpose(),
            it.receivedAt(),
            it.came() == null ? null : it.came().outcome(),
            it.came() == null ? null : it.came().need()));
  }

  /**
   * Goes on if the visit may be recorded; looks at nothing but the command.
   *
   * @throws Refused NEED-002, NEED-009, NEED-030, NEED-031, NEED-032
   */
  static void mustBeFit(Receive it) {
    DeskRules.mustBeKeepable("words", it.words(), it.resident());
    if (!it.open()) {
      throw new Refused("NEED-002", it.unit());
    }
    DeskRules.mustLieWithin(it.receivedAt(), it.earliest(), it.now());
    if (it.came() != null) {
      it.came().mustFit();
    } else if (!it.now().isBefore(Logged.endOfDay(it.receivedAt()))) {
      throw new Refused("NEED-030", it.unit()); // That day is over: it would be born left open.
    }
  }

  /** The state after a fact. */
  default Visit after(VisitEvent event) {
    return switch (this) {
      case Unknown it -> event instanceof VisitReceived first ? Logged.from(first) : it;
      case Logged it -> it.then(event);
    };
  }

  /** The state with what intake keeps for itself of a decision. */
  default Visit keep(VisitCommand command, UnaryOperator<String> sealing) {
    return switch (this) {
      case Unknown it -> it;
      case Logged it -> it.keeping(command, sealing);
    };
  }

  /** Where it was. */
  default @Nullable DivisionCode division() {
    return this instanceof Logged it ? it.unit().division() : null;
  }

  /** When its day ends, while it is open. */
  default @Nullable Instant due() {
    return this instanceof Logged it ? it.dayEnd() : null;
  }
}
