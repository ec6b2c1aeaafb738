package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.needs.need.ANeed.COLLECTED;
import static org.threefold.needs.need.ANeed.NEED;
import static org.threefold.needs.need.ANeed.NOON;
import static org.threefold.needs.need.ANeed.OTHER;
import static org.threefold.needs.need.ANeed.SORTED;
import static org.threefold.needs.need.ANeed.TIMES;
import static org.threefold.needs.need.ANeed.WORKER;
import static org.threefold.needs.need.ANeed.after;
import static org.threefold.needs.need.ANeed.collect;
import static org.threefold.needs.need.ANeed.recorded;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedMerged;

/** What is kept of a need that a program filed. */
class FiledNeedTest {

  private static Need filed() {
    var it = collect();
    var raised =
        new Raise(
            it.unit(),
            it.channel(),
            it.resident(),
            it.ageBand(),
            it.groups(),
            it.text(),
            it.collectedOn(),
            it.open());
    var as = new Filed("hotline", NeedCategory.DISPUTE, NOON);
    return after(List.of(COLLECTED))
        .keep(raised.collect(TIMES, NOON, null, as), List.of(COLLECTED), NOON, WORKER, TIMES);
  }

  private static FiledNeed seen(Need need) {
    return FiledNeed.of(recorded(need)).orElseThrow();
  }

  @Test
  void what_it_was_filed_as_is_kept_and_is_no_category() {
    assertThat(recorded(filed()).category()).isNull();
    FiledNeed seen = seen(filed());
    assertThat(seen.category()).isEqualTo(NeedCategory.DISPUTE);
    assertThat(seen.by()).isEqualTo("hotline");
    assertThat(seen.filedAt()).isEqualTo(NOON);
    assertThat(seen.live()).isTrue();
  }

  @Test
  void once_it_is_sorted_it_is_about_what_it_was_sorted_into() {
    assertThat(seen(filed().after(SORTED)).category()).isEqualTo(NeedCategory.MEAL_CARE);
  }

  @Test
  void it_is_live_until_it_is_over() {
    assertThat(seen(filed().after(new NeedMerged(NEED, OTHER))).live()).isFalse();
  }

  @Test
  void a_need_that_nobody_filed_is_none() {
    assertThat(FiledNeed.of(recorded(after(List.of(COLLECTED))))).isEmpty();
  }
}
