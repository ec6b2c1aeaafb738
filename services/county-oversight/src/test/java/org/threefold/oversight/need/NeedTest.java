package org.threefold.oversight.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.threefold.events.Event;
import org.threefold.events.Fact;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.UnplanCause;
import org.threefold.oversight.place.Where;
import org.threefold.oversight.testing.Story;

class NeedTest {

  private static final Story STORY = new Story("511523100", 1);

  private static Need fold(NeedId id, List<Fact<Event>> facts) {
    Need row = null;
    for (Fact<Event> fact : facts) {
      if (fact.event() instanceof NeedEvent it && it.need().equals(id)) {
        row = Need.after(row, it, fact.attributes().time());
      }
    }
    return Objects.requireNonNull(row);
  }

  @Test
  void a_need_on_its_whole_way_has_reached_every_step_and_is_closed() {
    Need row = fold(STORY.need, STORY.facts());
    assertThat(row.status()).isEqualTo(NeedStatus.CLOSED);
    assertThat(row.reached()).containsExactly(Step.values());
    assertThat(row.where()).isEqualTo(new Where("511523", "511523100", "511523100001"));
    assertThat(row.unit()).isEqualTo("ST-511523100");
    assertThat(row.category()).isEqualTo(NeedCategory.MEAL_CARE);
    assertThat(row.priority()).isEqualTo(25);
    assertThat(row.projects()).containsExactly(STORY.project.value());
  }

  @Test
  void a_merged_need_points_at_the_one_that_goes_on() {
    Need row = fold(STORY.twin, STORY.facts());
    assertThat(row.status()).isEqualTo(NeedStatus.MERGED);
    assertThat(row.mergedInto()).isEqualTo(STORY.need.value());
  }

  @Test
  void a_need_that_lost_its_project_remembers_it() {
    var first = new ProjectId("P-2026-511523100-0001");
    var second = new ProjectId("P-2026-511523100-0002");
    Need row = null;
    for (NeedEvent event :
        List.of(
            new NeedPlanned(STORY.need, first),
            new NeedUnplanned(STORY.need, first, UnplanCause.PROJECT_REJECTED),
            new NeedPlanned(STORY.need, second))) {
      row = Need.after(row, event, Story.NINE);
    }
    Need last = Objects.requireNonNull(row);
    assertThat(last.project()).isEqualTo(second.value());
    assertThat(last.projects()).containsExactly(first.value(), second.value());
  }
}
