package org.threefold.needs.unit;

import java.time.LocalDate;
import org.threefold.events.DivisionCode;

/** A division of the county, in use from a day on. */
record Division(DivisionCode code, LocalDate validFrom) {}
