package org.threefold.projects.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.threefold.access.Refused;

/** Who reviewed a project, and how they voted (domain §3.3.2, M03). */
record Panel(List<Vote> votes) {

  static final int MEMBERS_MIN = 3;
  static final int MEAN_MIN = 70;

  /**
   * One member's judgement.
   *
   * @param memberRef a reference, no name
   * @param employer the agency, department or other body the member works for
   * @param score 0 to 100
   */
  record Vote(String memberRef, String employer, int score, boolean yes) {}

  Panel {
    votes = List.copyOf(votes);
  }

  int size() {
    return votes.size();
  }

  /** Two decimals. */
  BigDecimal mean() {
    return BigDecimal.valueOf(sum())
        .divide(BigDecimal.valueOf(votes.size()), 2, RoundingMode.HALF_UP);
  }

  boolean employs(String employer) {
    return votes.stream().anyMatch(it -> it.employer().equals(employer));
  }

  /**
   * Goes on if there are enough members, an odd number of them, each once, and none has an
   * interest.
   */
  void mustBeFit(Set<String> conflicted) {
    long persons = votes.stream().map(Vote::memberRef).distinct().count();
    if (votes.size() < MEMBERS_MIN || votes.size() % 2 == 0 || persons != votes.size()) {
      throw new Refused("PROJ-024", MEMBERS_MIN, votes.size());
    }
    for (String employer : conflicted) {
      if (employs(employer)) {
        throw new Refused("PROJ-021", employer);
      }
    }
  }

  /** Goes on if mean and majority carry an approval. */
  void mustCarry() {
    long yes = votes.stream().filter(Vote::yes).count();
    if (sum() < (long) MEAN_MIN * votes.size() || yes * 2 <= votes.size()) {
      throw new Refused("PROJ-028", mean(), MEAN_MIN, yes, votes.size());
    }
  }

  private long sum() {
    return votes.stream().mapToLong(Vote::score).sum();
  }
}
