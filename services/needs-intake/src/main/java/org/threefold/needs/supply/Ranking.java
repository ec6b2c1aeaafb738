package org.threefold.needs.supply;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.threefold.events.NeedCategory;
import org.threefold.needs.supply.Suggestion.Term;

/**
 * Orders what is on offer for a need: S = 10·category + 3·group + 1·place + 2·soon, 14 to 40 [I].
 *
 * <p>Category is 2 for an answer and 1 for a help; the others are those of {@link Wanted}. The
 * weights are such that an answer that can be had at once, wherever and for whomever it is meant,
 * stands before everything that only helps.
 */
final class Ranking {

  private static final int CATEGORY_WEIGHT = 10;
  private static final int GROUP_WEIGHT = 3;
  private static final int PLACE_WEIGHT = 1;
  private static final int SOON_WEIGHT = 2;

  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingInt(Suggestion::score)
          .reversed()
          .thenComparing(Suggestion::supplier)
          .thenComparing(Suggestion::supplierType);

  private Ranking() {}

  /** What can be had for the need and is of some use to it, the best first. */
  static List<Suggestion> of(Collection<Offer> offers, NeedCategory category, Wanted wanted) {
    return offers.stream()
        .filter(it -> it.availability() != Availability.NEVER && use(it, category) > 0)
        .map(it -> suggestion(it, category, wanted))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static Suggestion suggestion(Offer it, NeedCategory category, Wanted wanted) {
    int soon = it.availability() == Availability.NOW ? wanted.soonness(it.begins()) : 0;
    List<Term> terms =
        List.of(
            Term.of("category", use(it, category), CATEGORY_WEIGHT),
            Term.of("group", wanted.fit(it.groups()), GROUP_WEIGHT),
            Term.of("place", wanted.nearness(it.heldIn()), PLACE_WEIGHT),
            Term.of("soon", soon, SOON_WEIGHT));
    int score = terms.stream().mapToInt(Term::points).sum();
    return new Suggestion(it.type(), it.supplier(), it.names(), it.availability(), score, terms);
  }

  private static int use(Offer it, NeedCategory category) {
    if (it.answers().contains(category)) {
      return 2;
    }
    return it.helps().contains(category) ? 1 : 0;
  }
}
