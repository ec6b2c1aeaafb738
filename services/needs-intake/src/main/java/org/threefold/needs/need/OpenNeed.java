package org.threefold.needs.need;

import java.time.LocalDate;
import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ResidentRef;

/**
 * A need that was analysed and has no answer yet, for who looks over the needs of a town.
 *
 * @param since the day it was told
 * @param routed whether it waits for a project; otherwise nobody has decided how it goes on
 */
public record OpenNeed(
    NeedId need,
    DivisionCode division,
    ResidentRef resident,
    NeedCategory category,
    List<ClientGroup> groups,
    PriorityBand band,
    int priority,
    int persons,
    LocalDate since,
    boolean routed) {

  static OpenNeed of(Recorded it) {
    NeedCategory category = it.category();
    Analysis analysis = it.analysis();
    if (category == null || analysis == null) {
      throw new IllegalStateException(it.need() + " is not analysed");
    }
    return new OpenNeed(
        it.need(),
        it.origin().division(),
        it.origin().resident(),
        category,
        it.origin().groups(),
        analysis.band(),
        analysis.priority(),
        analysis.persons(),
        it.origin().collectedOn(),
        it.status() == Status.AWAITING_PROJECT);
  }
}
