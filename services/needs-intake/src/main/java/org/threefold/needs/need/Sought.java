package org.threefold.needs.need;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.threefold.access.Refused;
import org.threefold.events.NeedCategory;
import org.threefold.needs.supply.Wanted;

/** What is looked for to answer a need: of which category, for whom. */
record Sought(NeedCategory category, Wanted wanted) {

  /** Once it is known what the need is about, and until it is over. */
  private static final Set<Status> FROM =
      Status.LIVE.stream()
          .filter(it -> it != Status.COLLECTED)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What is looked for at this time.
   *
   * @throws Refused NEED-001 if the need is not sorted yet, or is over
   */
  static Sought of(Recorded need, Instant at) {
    NeedCategory category = need.category();
    if (category == null || !FROM.contains(need.status())) {
      String allowed = FROM.stream().sorted().map(Status::name).collect(Collectors.joining(", "));
      throw new Refused("NEED-001", need.need(), need.status(), "suppliers", allowed);
    }
    return new Sought(category, wanted(need.origin(), at));
  }

  /** For whom something is looked for that a need may be matched with. */
  static Wanted wanted(Origin it, Instant at) {
    return new Wanted(it.groups(), it.ageBand(), it.division(), at);
  }
}
