package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.need.ANeed.NOON;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.needs.supply.Wanted;

class SoughtTest {

  private static final Set<Status> TOO_EARLY_OR_TOO_LATE =
      EnumSet.of(Status.COLLECTED, Status.CLOSED, Status.MERGED, Status.DECLINED);

  @ParameterizedTest
  @EnumSource
  void an_answer_is_looked_for_from_sorting_until_the_need_is_over(Status status) {
    Recorded need = ANeed.recorded(ANeed.after(ANeed.factsTo(status)));
    if (TOO_EARLY_OR_TOO_LATE.contains(status)) {
      assertThatThrownBy(() -> Sought.of(need, NOON))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("NEED-001");
    } else {
      assertThat(Sought.of(need, NOON))
          .isEqualTo(
              new Sought(
                  NeedCategory.MEAL_CARE,
                  new Wanted(
                      ANeed.GROUPS, AgeBand.FROM_60, new DivisionCode("511523100001"), NOON)));
    }
  }
}
