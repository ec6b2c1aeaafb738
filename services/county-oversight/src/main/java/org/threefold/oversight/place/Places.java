package org.threefold.oversight.place;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;

/** The rows of units and divisions. */
@Component
public class Places {

  private final Known<Unit> units;
  private final Known<Division> divisions;

  Places(AggregateStores stores) {
    this.units = stores.known("units", Unit.class);
    this.divisions = stores.known("divisions", Division.class);
  }

  /** Folds one fact. */
  public void learn(StationEvent event, Cause.Heard cause) {
    switch (event) {
      case DivisionRegistered it -> divisions.learn(it.code().value(), cause, _ -> Division.of(it));
      case StationRegistered it ->
          units.learn(it.station().value(), cause, row -> Unit.after(row, it));
      case StationActivated it ->
          units.learn(it.station().value(), cause, row -> Unit.after(row, it));
      case StaffAssigned _, OperatorRegistered _, OperatingContractSigned _ -> {} // No figure yet.
      case ArchiveItemExpected _,
          ArchiveItemFiled _,
          ArchiveCompletenessChanged _ -> {} // A project's.
      case StationEvent.OfResource _, ServiceItemListPublished _ -> {} // No figure yet.
    }
  }

  /** What a division is called, if it is known. */
  public Optional<String> nameOf(DivisionCode code) {
    return divisions.find(code.value()).map(Division::name);
  }

  List<Unit> units(DivisionCode area, @Nullable String after, int limit) {
    return page(units, area, after, limit);
  }

  List<Division> divisions(DivisionCode area, @Nullable String after, int limit) {
    return page(divisions, area, after, limit);
  }

  private static <T> List<T> page(
      Known<T> rows, DivisionCode area, @Nullable String after, int limit) {
    return rows.page(new Document(Where.fieldFor(area), area.value()), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }
}
