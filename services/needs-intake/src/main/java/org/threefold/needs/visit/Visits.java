package org.threefold.needs.visit;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ResidentRef;
import org.threefold.events.VisitEvent;
import org.threefold.events.VisitId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Decision;
import org.threefold.messaging.Numbers;
import org.threefold.messaging.Versioned;
import org.threefold.needs.desk.DeskQuery;
import org.threefold.needs.desk.DeskWords;
import org.threefold.needs.unit.UnitNumber;
import org.threefold.needs.visit.VisitCommand.LetDayEnd;
import org.threefold.needs.visit.VisitCommand.Receive;

/** The visit logs of all units. */
@Service
class Visits {

  private static final String COLLECTION = "visits";
  private static final String LETTER = "V";

  private final Aggregates<Visit, VisitEvent> visits;
  private final Numbers numbers;
  private final DeskWords words;

  Visits(
      AggregateStores stores,
      MongoDatabase database,
      Numbers numbers,
      Deadlines deadlines,
      DeskWords words) {
    this.numbers = numbers;
    this.words = words;
    this.visits =
        stores.open(
            AggregateType.of(
                    COLLECTION,
                    Visit.class,
                    new Visit.Unknown(),
                    VisitEvent.class,
                    Visit::after,
                    Visit::division)
                .dueAt(Visit::due));
    database
        .getCollection(COLLECTION)
        .createIndex(new Document(DeskQuery.DIVISION, 1).append("_id", 1));
    deadlines.watch(
        visits, (id, cause) -> decide(new VisitId(id), cause, new LetDayEnd(cause.at())));
  }

  /** One command to one visit, as the store wants it. */
  private record Deciding(VisitId visit, VisitCommand command, UnaryOperator<String> sealing)
      implements Decision<Visit, VisitEvent> {

    @Override
    public List<VisitEvent> decide(Visit state) {
      return state.decide(visit, command);
    }

    @Override
    public Visit keep(Visit after, List<? extends VisitEvent> facts) {
      return after.keep(command, sealing);
    }
  }

  /** Gives the visit its number and logs it; what can never be logged takes no number. */
  Versioned<Visit> receive(Receive asked, Cause.Asked cause) {
    Visit.mustBeFit(asked);
    String series = UnitNumber.series(LETTER, asked.unit(), CountyTime.dayOf(asked.receivedAt()));
    var visit = new VisitId(UnitNumber.of(series, numbers.next(series, cause)));
    return visits.begin(
        visit.value(), cause, new Deciding(visit, asked, words.sealing(visit, asked.resident())));
  }

  /** Any command to a visit that stands in the log. */
  Versioned<Visit> decide(VisitId visit, Cause cause, VisitCommand command) {
    UnaryOperator<String> sealing =
        command.words() == null
            ? UnaryOperator.identity()
            : words.sealing(visit, find(visit).map(Visits::residentOf).orElse(null));
    return visits.decide(visit.value(), cause, new Deciding(visit, command, sealing));
  }

  private static @Nullable ResidentRef residentOf(Versioned<Visit> found) {
    return found.state() instanceof Logged it ? it.resident() : null;
  }

  /** The visit, if it was logged; its words may be sealed. */
  Optional<Versioned<Visit>> find(VisitId visit) {
    return visits.find(visit.value()).filter(it -> it.state() instanceof Logged);
  }

  /** A page of visits by number. */
  List<Logged> page(Bson filter, @Nullable VisitId after, int limit) {
    return visits.page(filter, after == null ? null : after.value(), limit).stream()
        .map(it -> (Logged) it.state())
        .toList();
  }
}
