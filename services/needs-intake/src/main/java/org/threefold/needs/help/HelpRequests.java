package org.threefold.needs.help;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.calendar.CountyTime;
import org.threefold.events.DeskOutcome;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.HelpRequestId;
import org.threefold.events.NeedId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Decision;
import org.threefold.messaging.Numbers;
import org.threefold.messaging.Versioned;
import org.threefold.needs.desk.CameOfIt;
import org.threefold.needs.desk.DeskQuery;
import org.threefold.needs.desk.DeskWords;
import org.threefold.needs.help.HelpCommand.Close;
import org.threefold.needs.help.HelpCommand.LetTimePass;
import org.threefold.needs.help.HelpCommand.Receive;
import org.threefold.needs.need.Needs;
import org.threefold.needs.need.Raise;
import org.threefold.needs.unit.UnitNumber;

/** The help requests of the county. */
@Service
class HelpRequests {

  private static final String COLLECTION = "helpRequests";
  private static final String LETTER = "H";

  private final Aggregates<HelpRequest, HelpRequestEvent> requests;
  private final Numbers numbers;
  private final DeskWords words;
  private final HelpTimes times;
  private final Needs needs;

  HelpRequests(
      AggregateStores stores,
      MongoDatabase database,
      Numbers numbers,
      Deadlines deadlines,
      DeskWords words,
      HelpTimes times,
      Needs needs) {
    this.numbers = numbers;
    this.words = words;
    this.times = times;
    this.needs = needs;
    this.requests =
        stores.open(
            AggregateType.of(
                    COLLECTION,
                    HelpRequest.class,
                    new HelpRequest.Unknown(),
                    HelpRequestEvent.class,
                    HelpRequest::after,
                    HelpRequest::division)
                .dueAt(HelpRequest::due));
    database
        .getCollection(COLLECTION)
        .createIndex(new Document(DeskQuery.DIVISION, 1).append("_id", 1));
    deadlines.watch(
        requests, (id, cause) -> decide(new HelpRequestId(id), cause, new LetTimePass(cause.at())));
  }

  /** One command to one help request, as the store wants it. */
  private record Deciding(
      HelpRequestId request, HelpCommand command, UnaryOperator<String> sealing, HelpTimes times)
      implements Decision<HelpRequest, HelpRequestEvent> {

    @Override
    public List<HelpRequestEvent> decide(HelpRequest state) {
      return state.decide(request, command);
    }

    @Override
    public HelpRequest keep(HelpRequest after, List<? extends HelpRequestEvent> facts) {
      return after.keep(command, facts, sealing, times);
    }
  }

  /** Gives the call its number and records it; what can never be recorded takes no number. */
  Versioned<HelpRequest> receive(Receive asked, Cause.Asked cause) {
    HelpRequest.mustBeFit(asked);
    String series = UnitNumber.series(LETTER, asked.unit(), CountyTime.dayOf(asked.receivedAt()));
    var request = new HelpRequestId(UnitNumber.of(series, numbers.next(series, cause)));
    return requests.begin(
        request.value(),
        cause,
        new Deciding(request, asked, words.sealing(request, asked.resident()), times));
  }

  /** Any command to a help request that was received. */
  Versioned<HelpRequest> decide(HelpRequestId request, Cause cause, HelpCommand command) {
    UnaryOperator<String> sealing =
        command.words() == null
            ? UnaryOperator.identity()
            : words.sealing(request, taken(request).resident());
    return requests.decide(request.value(), cause, new Deciding(request, command, sealing, times));
  }

  /**
   * Raises a need out of a help request and closes it with that.
   *
   * <p>These are two writes. The need is first, so that a crash between them loses nobody: the help
   * request still waits, and whoever raises a need out of it then finds that need and closes it.
   */
  Versioned<HelpRequest> raiseNeed(HelpRequestId request, Raise raised, Cause.Asked cause) {
    Cause.Asked once = once(request, cause);
    NeedId need = needs.numberOf(raised, once);
    taken(request).mustTake(need);
    needs.raise(raised, once);
    return decide(
        request, cause, new Close(new CameOfIt(DeskOutcome.NEED_RAISED, need, true), null));
  }

  /**
   * Of one call comes one need, whoever raises it and with which words: the first has them. No
   * request key that comes in has a blank, so nobody asks under this one.
   */
  private static Cause.Asked once(HelpRequestId request, Cause.Asked cause) {
    String call = "help request " + request;
    return new Cause.Asked(call, call, null, cause.actor(), cause.at(), cause.traceparent());
  }

  /** The help request, if it was received; its words may be sealed. */
  Optional<Versioned<HelpRequest>> find(HelpRequestId request) {
    return requests.find(request.value()).filter(it -> it.state() instanceof Taken);
  }

  /**
   * The help request as it stands now.
   *
   * @throws NotFound if it was never received
   */
  Taken taken(HelpRequestId request) {
    return find(request).map(it -> (Taken) it.state()).orElseThrow(() -> new NotFound(request));
  }

  /** A page of help requests by number. */
  List<Taken> page(Bson filter, @Nullable HelpRequestId after, int limit) {
    return requests.page(filter, after == null ? null : after.value(), limit).stream()
        .map(it -> (Taken) it.state())
        .toList();
  }
}
