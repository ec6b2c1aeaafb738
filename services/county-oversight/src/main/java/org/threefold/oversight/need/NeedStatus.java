package org.threefold.oversight.need;

import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedDisputed;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedOverdue;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReferralAnswered;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedReturned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedEvent.NeedUnplanned;

/** How far a need has come, as its facts tell (domain §3.2.2). */
public enum NeedStatus {
  COLLECTED,
  SORTED,
  ANALYSED,
  AWAITING_PROJECT,
  PLANNED,
  IN_SERVICE,
  SERVED,
  FED_BACK,
  CLOSED,
  MERGED,
  REFERRED,
  DECLINED;

  /** The status this fact leads to; null if it stays as it is. */
  public static @Nullable NeedStatus after(NeedEvent event) {
    return switch (event) {
      case NeedCollected _ -> COLLECTED;
      case NeedSorted _ -> SORTED;
      case NeedMerged _ -> MERGED;
      case NeedEscalated _, NeedReturned _, NeedMatched _ -> null;
      case NeedAnalysed _ -> ANALYSED;
      case NeedRouted it ->
          switch (it.route()) {
            case PROJECT -> AWAITING_PROJECT;
            case REFER -> REFERRED;
            case DIRECT, CASE -> null; // The beginning of the service is a fact of its own.
          };
      case NeedReferred _ -> REFERRED;
      case NeedReferralAnswered it -> it.accepted() ? null : ANALYSED; // Being served is said too.
      case NeedReopened _ -> ANALYSED;
      case NeedDisputed _, NeedOverdue _ -> null;
      case NeedDeclined _ -> DECLINED;
      case NeedPlanned _ -> PLANNED;
      case NeedUnplanned _ -> AWAITING_PROJECT;
      case NeedInService _ -> IN_SERVICE;
      case NeedServed _ -> SERVED;
      case NeedFeedbackGiven _ -> FED_BACK;
      case NeedClosed _ -> CLOSED;
    };
  }
}
