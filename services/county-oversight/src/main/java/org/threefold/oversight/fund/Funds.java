package org.threefold.oversight.fund;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;
import org.threefold.oversight.place.Where;

/** The rows of all funds. As a bean it is named apart from the ear of the topic. */
@Component("fundRows")
public class Funds {

  private static final int PAGE = 200;

  /** More funds than this a county has not; a figure over them is still one answer. */
  private static final int MOST = 2_000;

  private final Known<Fund> rows;

  Funds(AggregateStores stores) {
    this.rows = stores.known("funds", Fund.class);
  }

  /** Folds one fact. */
  public void learn(FundEvent.OfFund event, Cause.Heard cause) {
    rows.learn(
        event.fund().value(), cause, row -> Fund.after(row, event, cause.attributes().time()));
  }

  /** Every fund of the area. */
  List<Fund> all(DivisionCode area) {
    var filter = new Document(Where.fieldFor(area), area.value());
    List<Fund> all = new ArrayList<>();
    List<Versioned<Fund>> page = rows.page(filter, null, PAGE);
    while (!page.isEmpty() && all.size() < MOST) {
      page.forEach(it -> all.add(it.state()));
      page = page.size() < PAGE ? List.of() : rows.page(filter, page.getLast().id(), PAGE);
    }
    return all;
  }
}
