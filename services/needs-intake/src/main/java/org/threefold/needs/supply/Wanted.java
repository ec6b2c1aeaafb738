package org.threefold.needs.supply;

import java.time.Instant;
import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;

/** For whom something is looked for: these groups, there, now. */
public record Wanted(List<ClientGroup> groups, DivisionCode division, Instant at) {}
