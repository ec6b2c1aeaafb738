package org.threefold.needs.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.threefold.needs.table.Table;

/**
 * All versions of all flows, as {@code flows.csv} has them, each with its steps in a table of its
 * own. The newest version of a flow is the one the program follows; one that was published is never
 * changed.
 */
public final class Flows {

  private static final List<Flow> ALL =
      Table.rows(Flows.class, "flows.csv", "flow,version,since,zh,en").stream()
          .map(Flow::of)
          .toList();

  private Flows() {}

  /** All of them. */
  public static List<Flow> all() {
    return ALL;
  }

  /** The version of this flow that is in force on this day. */
  public static Optional<Flow> on(String flow, LocalDate day) {
    return ALL.stream()
        .filter(it -> it.flow().equals(flow) && !it.since().isAfter(day))
        .max(Comparator.comparingInt(Flow::version));
  }

  /** This version of this flow. */
  public static Optional<Flow> version(String flow, int version) {
    return ALL.stream().filter(it -> it.flow().equals(flow) && it.version() == version).findFirst();
  }
}
