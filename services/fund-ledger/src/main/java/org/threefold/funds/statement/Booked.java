package org.threefold.funds.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.ledger.Pot;
import org.threefold.messaging.Outlet.Outgoing;

/**
 * A posting, and whose it is.
 *
 * @param fund both of its accounts are this fund's, or the identity of that fund would break
 * @param project whose money it is, if it is that of a project
 */
record Booked(Posting posting, FundId fund, @Nullable ProjectId project) {

  private static final String FUND = "fund";
  private static final String FUNDING = "funding";
  private static final String RELEASED = EventTypes.typeOf(FundsReservationReleased.class);

  static Stream subject(FundId fund) {
    return new Stream(FUND, fund.value());
  }

  static Stream subject(ProjectId project) {
    return new Stream(FUNDING, project.value());
  }

  /** On whose cards it is filed. */
  List<Stream> subjects() {
    return project == null ? List.of(subject(fund)) : List.of(subject(fund), subject(project));
  }

  /**
   * The postings of a decision. What is decided about the money of a project is that project's;
   * only when holds are given back, because the bank took money back from their fund, it is about
   * several projects, each in its turn, and about the fund itself last.
   */
  static List<Booked> of(Decided decided) {
    List<FundsReservationReleased> released =
        decided.facts().stream()
            .filter(fact -> fact.attributes().type().equals(RELEASED))
            .map(fact -> EventCodec.read(FundsReservationReleased.class, fact.data()))
            .toList();
    Optional<ProjectId> one = released.isEmpty() ? projectOf(decided) : Optional.empty();
    List<Booked> booked = new ArrayList<>();
    for (FundsReservationReleased it : released) {
      for (long left = it.totalFen(); left > 0 && booked.size() < decided.postings().size(); ) {
        Posting posting = decided.postings().get(booked.size());
        booked.add(new Booked(posting, fundOf(posting), it.project()));
        left -= posting.amount().fen();
      }
    }
    for (Posting posting : decided.postings().subList(booked.size(), decided.postings().size())) {
      booked.add(new Booked(posting, fundOf(posting), one.orElse(null)));
    }
    return booked;
  }

  private static Optional<ProjectId> projectOf(Decided decided) {
    return decided.facts().stream()
        .map(Outgoing::attributes)
        .filter(it -> it.stream().kind().equals(FUNDING))
        .map(it -> new ProjectId(it.stream().id()))
        .findFirst();
  }

  private static FundId fundOf(Posting posting) {
    return Pot.fundOf(posting.from());
  }
}
