package org.threefold.needs.need;

import java.util.List;
import java.util.Optional;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;

/**
 * How pressing and how large a need is, and what follows: P = 4·urgency + 3·vulnerability + 2·scale
 * + feasibility, 4 to 45 (domain §3.2.5).
 *
 * @param urgency 1 low to 4 life or safety
 * @param vulnerability 0 to 4
 * @param persons how many have the need, from 1
 * @param feasibility 0 to 5
 */
record Analysis(
    int urgency, int vulnerability, int persons, int feasibility, int priority, PriorityBand band) {

  private static final int URGENCY_MAX = 4;
  private static final int FROM_A = 30;
  private static final int FROM_B = 20;

  /**
   * One term of the sum.
   *
   * @param item what counts
   * @param value what was found
   * @param weight how much it counts
   * @param points value times weight
   */
  record Term(String item, int value, int weight, int points) {
    private static Term of(String item, int value, int weight) {
      return new Term(item, value, weight, value * weight);
    }
  }

  static Analysis of(int urgency, List<ClientGroup> groups, int persons, int feasibility) {
    int vulnerability = Groups.vulnerability(groups);
    int priority =
        terms(urgency, vulnerability, persons, feasibility).stream().mapToInt(Term::points).sum();
    PriorityBand band =
        priority >= FROM_A ? PriorityBand.A : priority >= FROM_B ? PriorityBand.B : PriorityBand.C;
    return new Analysis(urgency, vulnerability, persons, feasibility, priority, band);
  }

  static Analysis of(NeedAnalysed it) {
    return new Analysis(
        it.urgency(), it.vulnerability(), it.persons(), it.feasibility(), it.priority(), it.band());
  }

  /** The same, one degree more urgent, if there is one. */
  Optional<Analysis> moreUrgent(List<ClientGroup> groups) {
    return urgency < URGENCY_MAX
        ? Optional.of(of(urgency + 1, groups, persons, feasibility))
        : Optional.empty();
  }

  NeedAnalysed of(NeedId need) {
    return new NeedAnalysed(need, urgency, vulnerability, persons, feasibility, priority, band);
  }

  /** The sum, term by term. */
  List<Term> terms() {
    return terms(urgency, vulnerability, persons, feasibility);
  }

  private static List<Term> terms(int urgency, int vulnerability, int persons, int feasibility) {
    return List.of(
        Term.of("urgency", urgency, 4),
        Term.of("vulnerability", vulnerability, 3),
        Term.of("scale", scale(persons), 2),
        Term.of("feasibility", feasibility, 1));
  }

  /** 1 person, 2 to 9, 10 to 49, 50 to 199, 200 and more. */
  private static int scale(int persons) {
    if (persons < 2) {
      return 0;
    }
    if (persons < 10) {
      return 1;
    }
    if (persons < 50) {
      return 2;
    }
    return persons < 200 ? 3 : 4;
  }
}
