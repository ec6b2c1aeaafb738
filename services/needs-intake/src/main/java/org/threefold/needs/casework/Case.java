package org.threefold.needs.casework;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseEvent.CaseOpened;
import org.threefold.events.CaseId;
import org.threefold.events.DivisionCode;
import org.threefold.needs.casework.CaseCommand.Asked;
import org.threefold.needs.casework.CaseCommand.Open;
import org.threefold.needs.casework.CaseCommand.Silent;

/** A case, from the client's consent until the last look after its end (domain §3.2.3). */
sealed interface Case permits Case.Unknown, CaseFile {

  /** No need has become it yet. */
  record Unknown() implements Case {}

  /**
   * What follows for the case of this id from this command.
   *
   * @throws NotFound if anything is asked of a case that was not opened
   */
  default List<CaseEvent> decide(CaseId id, CaseCommand command) {
    return switch (this) {
      case Unknown _ ->
          switch (command) {
            case Open(var it) ->
                List.of(new CaseOpened(it.caseId(), it.need(), it.unit(), it.worker()));
            case Asked _ -> throw new NotFound(id);
            case Silent _ -> List.of();
          };
      case CaseFile it -> it.follows(command);
    };
  }

  /** The state after a fact. */
  default Case after(CaseEvent event) {
    return switch (this) {
      case Unknown it -> event instanceof CaseOpened first ? CaseFile.from(first) : it;
      case CaseFile it -> it.then(event);
    };
  }

  /**
   * The state with what is kept of a decision.
   *
   * @param hand stands for who did it, so that nobody countersigns their own work
   * @param followUpMonths when to look again after an end
   */
  default Case keep(
      CaseCommand command,
      List<? extends CaseEvent> facts,
      Instant at,
      String actor,
      @Nullable String hand,
      List<Integer> followUpMonths) {
    return switch (this) {
      case Unknown it -> it;
      case CaseFile it ->
          facts.isEmpty() && !command.from().contains(it.stage())
              ? it
              : it.with(it.kept().after(command, facts, at, actor, hand, followUpMonths));
    };
  }

  /** The same case with all words of it said otherwise. */
  default Case saying(UnaryOperator<String> words) {
    return switch (this) {
      case Unknown it -> it;
      case CaseFile it -> it.with(it.kept().saying(words));
    };
  }

  /** Where the case belongs. */
  default @Nullable DivisionCode division() {
    return this instanceof CaseFile it ? it.unit().division() : null;
  }

  /** When it has to be looked at again. */
  default @Nullable Instant due() {
    return this instanceof CaseFile it ? it.kept().dueAt() : null;
  }
}
