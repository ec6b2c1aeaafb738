package org.threefold.funds.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.threefold.events.CharityId;
import org.threefold.events.FounderKind;

/**
 * What a micro-fund is founded on (domain §2.8): who keeps the money, what was signed, who founded
 * it, and who decides.
 *
 * @param host the charity all income and spending goes through
 * @param residualUse where what is left goes when it ends, as the agreement says
 */
record Charter(
    CharityId host,
    String document,
    String purpose,
    String endConditions,
    String residualUse,
    LocalDate signedOn,
    List<Founder> founders,
    List<Member> committee) {

  /** A founder by its code; it is never a person. */
  record Founder(FounderKind kind, String code) {}

  /** A member of the committee by a reference that only the committee can tell the name of. */
  record Member(String ref, boolean resident) {}

  /** Each of the three sides has founded it. */
  private static final List<Set<FounderKind>> SIDES =
      List.of(
          Set.of(FounderKind.GOVERNMENT, FounderKind.COMMUNITY),
          Set.of(FounderKind.ENTERPRISE),
          Set.of(FounderKind.AGENCY));

  private static final int LEAST_MEMBERS = 5;

  /** One in so many members is a resident at least. */
  private static final int RESIDENTS_ONE_IN = 3;

  Charter {
    founders = List.copyOf(founders);
    committee = List.copyOf(committee);
  }

  /** The kinds of founders, each once. */
  List<FounderKind> kinds() {
    return List.copyOf(
        founders.stream().map(Founder::kind).collect(Collectors.toCollection(TreeSet::new)));
  }

  boolean hasAllSides() {
    return SIDES.stream().allMatch(side -> kinds().stream().anyMatch(side::contains));
  }

  /** Whether the committee is large enough, of different members, and of enough residents. */
  boolean hasCommittee() {
    long different = committee.stream().map(Member::ref).distinct().count();
    return committee.size() >= LEAST_MEMBERS
        && different == committee.size()
        && residents() * RESIDENTS_ONE_IN >= committee.size();
  }

  int residents() {
    return (int) committee.stream().filter(Member::resident).count();
  }

  boolean seats(String member) {
    Predicate<Member> same = it -> it.ref().equals(member);
    return committee.stream().anyMatch(same);
  }

  /** More than half of the committee. */
  boolean isQuorum(int votes) {
    return votes * 2 > committee.size();
  }
}
