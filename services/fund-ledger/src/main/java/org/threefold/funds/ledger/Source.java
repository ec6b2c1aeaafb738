package org.threefold.funds.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/**
 * Where money comes from, year after year, and what its document binds it to; a fund of it may be
 * bound more tightly, never less.
 *
 * @param groups whom it may be spent on; empty means everybody
 * @param prohibited costs it may never pay, beside those that its type may not
 */
record Source(
    SourceId id,
    String name,
    FundType type,
    DeptCode owner,
    String document,
    List<Purpose> purposes,
    List<ClientGroup> groups,
    Set<CostCode> prohibited) {

  Source {
    purposes = List.copyOf(purposes);
    groups = List.copyOf(groups);
    prohibited = new TreeSet<>(prohibited);
  }
}
