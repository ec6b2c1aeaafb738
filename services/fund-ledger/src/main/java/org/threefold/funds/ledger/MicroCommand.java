package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.events.GrantPurpose;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;

/** What the ledger can be asked to do with a community micro-fund. */
sealed interface MicroCommand extends LedgerCommand {

  /** Which fund. */
  FundId fund();

  /** When it is asked, by the clock of the edge. */
  Instant at();

  /** Its founders have agreed with the charity that keeps the money. */
  record Establish(FundId fund, Charter charter, Instant at) implements MicroCommand {}

  /** Somebody of this kind gave money; who it was is nobody's business here. */
  record Donate(FundId fund, long amountFen, PayerKind donor, String ref, Instant at)
      implements MicroCommand {}

  /** The committee has voted on giving money away, perhaps for a project. */
  record Grant(
      FundId fund,
      long amountFen,
      GrantPurpose purpose,
      List<Vote> votes,
      @Nullable ProjectId project,
      Instant at)
      implements MicroCommand {

    public Grant {
      votes = List.copyOf(votes);
    }

    int yes() {
      return (int) votes.stream().filter(Vote::yes).count();
    }
  }

  /** What one member of the committee said. */
  record Vote(String member, boolean yes) {}

  /** The statement of a year is published. */
  record Publish(FundId fund, int year, Instant at) implements MicroCommand {}

  /** It ends, and what is left goes where the agreement says. */
  record End(FundId fund, Instant at) implements MicroCommand {}

  /** A year is over. */
  record EndYear(FundId fund, Instant at) implements MicroCommand {}

  /** Nothing was given for too long. */
  record FallDormant(FundId fund, Instant at) implements MicroCommand {}
}
