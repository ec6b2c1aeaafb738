package org.threefold.oversight.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;

/** The row of a fund after each fact that is told of it. */
class FundTest {

  private static final FundId ID = new FundId("F-1");
  private static final FundOpened OPENED =
      new FundOpened(
          ID,
          "养老",
          FundType.CA_ELDERLY,
          new DeptCode("CAB"),
          2026,
          new DivisionCode("511523"),
          List.of(Purpose.SERVICE_PROJECT),
          List.of(),
          null,
          null,
          null);
  private static final FundFrozen FROZEN = new FundFrozen(ID, FreezeReason.CONTRIBUTION_REVERSED);

  private static Fund after(FundEvent.OfFund first, FundEvent.OfFund... more) {
    Fund row = Fund.after(null, first, Instant.EPOCH);
    for (FundEvent.OfFund fact : more) {
      row = Fund.after(row, fact, Instant.EPOCH);
    }
    return row;
  }

  @Test
  void a_fund_is_open_frozen_open_again_and_closed_in_the_end() {
    assertThat(after(OPENED).state()).isEqualTo(Fund.State.OPEN);
    assertThat(after(OPENED, FROZEN).state()).isEqualTo(Fund.State.FROZEN);
    assertThat(after(OPENED, FROZEN, new FundUnfrozen(ID)).state()).isEqualTo(Fund.State.OPEN);
    assertThat(after(OPENED, new FundYearClosed(ID, 2026, 0, 5, null)).state())
        .isEqualTo(Fund.State.CLOSED);
  }

  @Test
  void only_a_frozen_fund_may_be_short() {
    var tooLittle = new FundBalanceChanged(ID, 0, 0, 5, 0, 0, -5);
    assertThat(after(OPENED, tooLittle).holds()).isFalse();
    assertThat(after(OPENED, FROZEN, tooLittle).holds()).isTrue();
    assertThat(after(OPENED, FROZEN, new FundBalanceChanged(ID, 0, 0, 5, 0, 0, -4)).holds())
        .isFalse();
  }
}
