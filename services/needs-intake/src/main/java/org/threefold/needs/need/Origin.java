package org.threefold.needs.need;

import java.time.LocalDate;
import java.util.List;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/** Where a need comes from; never changes. */
record Origin(
    StationId unit,
    DivisionCode division,
    Channel channel,
    ResidentRef resident,
    AgeBand ageBand,
    List<ClientGroup> groups,
    LocalDate collectedOn) {}
