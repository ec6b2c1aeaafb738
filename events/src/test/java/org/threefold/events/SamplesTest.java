package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void every_event_has_a_sample_and_every_sample_is_an_event() {
    assertThat(Samples.all())
        .extracting(Event::getClass)
        .containsExactlyInAnyOrderElementsOf(EventTypes.all());
  }

  @Test
  void a_sample_fills_every_field_so_that_the_contract_shows_them_all() throws Exception {
    for (Event event : Samples.all()) {
      for (RecordComponent component : event.getClass().getRecordComponents()) {
        assertThat(component.getAccessor().invoke(event)).as("%s", component).isNotNull();
      }
    }
  }

  @Test
  void every_sample_is_said_on_the_one_topic_of_its_sealed_interface() {
    for (Event event : Samples.all()) {
      assertThat(Arrays.stream(Topic.values()).filter(it -> it.events().isInstance(event)))
          .as("topics of %s", event)
          .containsExactly(Topic.of(event));
    }
  }

  @Test
  void
      the_flow_of_an_evaluation_is_its_project_of_a_case_its_need_and_of_all_else_the_thing_itself() {
    for (Event event : Samples.all()) {
      String flow =
          switch (event) {
            case EvaluationEvent.OfEvaluation it -> it.project().value();
            case CaseEvent it -> it.need().value();
            default -> event.stream().id();
          };
      assertThat(event.flow()).isEqualTo(flow);
    }
  }
}
