package org.threefold.needs.casework;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseId;
import org.threefold.events.DivisionCode;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;
import org.threefold.needs.need.CaseDesk;
import org.threefold.needs.need.CaseOpening;
import org.threefold.needs.resident.ResidentWords;

/** The cases of the county. */
@Service
class Cases implements CaseDesk {

  private static final String COLLECTION = "cases";
  private static final String UNIT = "state.unit";

  private final Aggregates<Case, CaseEvent> cases;
  private final ResidentWords words;
  private final CaseworkSettings settings;

  Cases(
      AggregateStores stores,
      MongoDatabase database,
      ResidentWords words,
      CaseworkSettings settings) {
    this.words = words;
    this.settings = settings;
    this.cases =
        stores.open(
            AggregateType.of(
                    COLLECTION,
                    Case.class,
                    new Case.Unknown(),
                    CaseEvent.class,
                    Case::after,
                    Case::division)
                .dueAt(Case::due));
    database.getCollection(COLLECTION).createIndex(new Document(UNIT, 1).append("_id", 1));
  }

  @Override
  public void open(CaseOpening opening, Cause cause) {
    decide(opening.caseId(), new CaseCommand.Open(opening), null, cause);
  }

  /** Any command to a case; hand stands for who gave it, if a person did. */
  Versioned<Case> decide(CaseId id, CaseCommand command, @Nullable String hand, Cause cause) {
    return cases.decide(
        id.value(),
        cause,
        new CaseDeciding(
            id, command, cause, hand, settings.followUpMonths(), sealing(id, command)));
  }

  /** Who a case is of never changes, so it can be looked up before the decision. */
  private UnaryOperator<String> sealing(CaseId id, CaseCommand command) {
    return command.words().isEmpty()
        ? UnaryOperator.identity()
        : find(id)
            .map(found -> clientOf(found.state()))
            .map(client -> words.sealing(client, placeOf(id)))
            .orElse(UnaryOperator.identity());
  }

  /** The case with its words as they were written; empty where the client was erased. */
  Case opened(CaseFile file) {
    ResidentRef client = clientOf(file);
    if (client == null) {
      return file;
    }
    ResidentWords.Opening opening = words.opening(List.of(client));
    return file.saying(said -> opening.open(client, placeOf(file.id()), said));
  }

  private static @Nullable ResidentRef clientOf(Case state) {
    CaseOpening opening = state instanceof CaseFile it ? it.kept().opening() : null;
    return opening == null ? null : opening.client();
  }

  private static String placeOf(CaseId id) {
    return "case/" + id;
  }

  /** The case, if it was opened; its words may be sealed. */
  Optional<Versioned<Case>> find(CaseId id) {
    return cases.find(id.value()).filter(it -> it.state() instanceof CaseFile);
  }

  /**
   * A page of cases by id.
   *
   * @param area nothing outside it
   */
  List<CaseFile> page(
      DivisionCode area,
      @Nullable StationId unit,
      @Nullable Stage stage,
      @Nullable String worker,
      @Nullable CaseId after,
      int limit) {
    var filter = new Document(UNIT, Pattern.compile("^ST-" + area));
    if (unit != null) {
      filter.append(UNIT, area.covers(unit.division()) ? unit.value() : "–");
    }
    if (stage != null) {
      filter.append("state.stage", stage.name());
    }
    if (worker != null) {
      filter.append("state.worker", worker);
    }
    return cases.page(filter, after == null ? null : after.value(), limit).stream()
        .map(found -> (CaseFile) found.state())
        .toList();
  }

  /** For whoever looks at what is due. */
  Aggregates<Case, CaseEvent> all() {
    return cases;
  }
}
