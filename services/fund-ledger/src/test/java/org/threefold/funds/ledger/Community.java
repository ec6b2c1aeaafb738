package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.threefold.events.CharityId;
import org.threefold.events.FounderKind;
import org.threefold.events.FundId;
import org.threefold.events.GrantPurpose;
import org.threefold.events.PayerKind;

/** A community with a micro-fund: what it signs, who sits on its committee, how they vote. */
final class Community {

  static final FundId MICRO = new FundId("F-2026-MICRO-01");

  private Community() {}

  /** Five members, two of them residents; founders of each side. */
  static Charter charter() {
    return charter(
        LocalDate.parse("2026-03-01"),
        5,
        2,
        FounderKind.COMMUNITY,
        FounderKind.ENTERPRISE,
        FounderKind.AGENCY);
  }

  static Charter charter(LocalDate signedOn, int members, int residents, FounderKind... founders) {
    return new Charter(
        new CharityId("CH-1"),
        "协议一号",
        "困难关爱",
        "宗旨完成",
        "转入同类微基金",
        signedOn,
        Arrays.stream(founders).map(kind -> new Charter.Founder(kind, kind.name())).toList(),
        IntStream.rangeClosed(1, members)
            .mapToObj(number -> new Charter.Member("M-" + number, number <= residents))
            .toList());
  }

  static MicroCommand.Establish establish(Charter charter, Instant at) {
    return new MicroCommand.Establish(MICRO, charter, at);
  }

  static MicroCommand.Donate donate(long fen, String ref, Instant at) {
    return new MicroCommand.Donate(MICRO, fen, PayerKind.ENTERPRISE, ref, at);
  }

  /** The first so many members say yes, the next so many no. */
  static List<MicroCommand.Vote> votes(int yes, int no) {
    List<MicroCommand.Vote> votes = new ArrayList<>();
    for (int number = 1; number <= yes + no; number++) {
      votes.add(new MicroCommand.Vote("M-" + number, number <= yes));
    }
    return votes;
  }

  static MicroCommand.Grant grant(long fen, List<MicroCommand.Vote> votes, Instant at) {
    return new MicroCommand.Grant(MICRO, fen, GrantPurpose.HARDSHIP_CARE, votes, null, at);
  }
}
