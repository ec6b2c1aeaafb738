package org.threefold.needs.safeguarding;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.AlertId;
import org.threefold.events.DivisionCode;
import org.threefold.events.SafeguardingEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Versioned;
import org.threefold.needs.safeguarding.AlertCommand.LetTimePass;
import org.threefold.needs.safeguarding.AlertCommand.Raise;

/** The alerts of the county. Nothing has to be open, registered or routed for one. */
@Service
class Alerts {

  private static final String COLLECTION = "alerts";
  private static final String UNIT = "state.unit";

  private final Aggregates<Alert, SafeguardingEvent> alerts;
  private final AlertWords words;

  Alerts(AggregateStores stores, MongoDatabase database, Deadlines deadlines, AlertWords words) {
    this.words = words;
    this.alerts =
        stores.open(
            AggregateType.of(
                    COLLECTION,
                    Alert.class,
                    new Alert.Unknown(),
                    SafeguardingEvent.class,
                    Alert::after,
                    Alert::division)
                .dueAt(Alert::due));
    database.getCollection(COLLECTION).createIndex(new Document(UNIT, 1).append("_id", 1));
    deadlines.watch(alerts, this::letTimePass);
  }

  /** Records a new alert. */
  Versioned<Alert> raise(AlertId id, Raise asked, Cause.Asked cause) {
    return alerts.begin(
        id.value(),
        cause,
        new AlertDeciding(id, asked, cause, words.sealing(id, asked.sealedFor())));
  }

  /** Any command to an alert that was raised. */
  Versioned<Alert> decide(AlertId id, AlertCommand command, Cause cause) {
    return alerts.decide(
        id.value(), cause, new AlertDeciding(id, command, cause, sealing(id, command)));
  }

  private UnaryOperator<String> sealing(AlertId id, AlertCommand command) {
    return command.words().isEmpty()
        ? UnaryOperator.identity()
        : find(id)
            .map(found -> ((RaisedAlert) found.state()).kept())
            .map(kept -> words.sealing(id, kept.sealedFor()))
            .orElse(UnaryOperator.identity());
  }

  private void letTimePass(String id, Cause.Due cause) {
    decide(new AlertId(id), new LetTimePass(cause.at()), cause);
  }

  /** The alert, if it was raised; its words are sealed. */
  Optional<Versioned<Alert>> find(AlertId id) {
    return alerts.find(id.value()).filter(it -> it.state() instanceof RaisedAlert);
  }

  /** The alert with its words as they were written. */
  RaisedAlert opened(RaisedAlert it) {
    RaisedAlert.Kept kept = it.kept();
    return kept == null ? it : it.saying(words.opening(it.id(), kept.sealedFor()));
  }

  /** A page of alerts by id; nothing outside the area. */
  List<RaisedAlert> page(
      DivisionCode area, @Nullable AlertStatus status, @Nullable AlertId after, int limit) {
    var filter = new Document(UNIT, Pattern.compile("^(ST|RM)-" + area));
    if (status != null) {
      filter.append("state.status", status.name());
    }
    return alerts.page(filter, after == null ? null : after.value(), limit).stream()
        .map(found -> (RaisedAlert) found.state())
        .toList();
  }
}
