package org.threefold.evaluations.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.evaluations.indicators.IndicatorSystem.Publish;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;

class IndicatorSystemTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void weights_are_published() {
    assertThat(IndicatorSystem.NONE.decide(new Publish("JA-EVAL", 30, 40, 30, DAY)))
        .isEqualTo(List.of(new IndicatorSystemPublished("JA-EVAL", 1, "F2", 30, 40, 30, DAY)));
  }

  @ParameterizedTest
  @CsvSource({"30, 40, 31", "30, 40, 29", "-10, 60, 50"})
  void weights_sum_to_a_hundred(int resident, int thirdParty, int government) {
    assertThatThrownBy(() ->
            IndicatorSystem.NONE.decide(
                new Publish("JA-EVAL", resident, thirdParty, government, DAY)))
        .hasMessageStartingWith("EVAL-001");
  }

  @Test
  void the_newest_version_in_force_applies() {
    IndicatorSystem system = publish(IndicatorSystem.NONE, 30, DAY);
    system = publish(system, 40, DAY.plusDays(10));
    assertThat(system.on(DAY.minusDays(1))).isEmpty();
    assertThat(system.on(DAY.plusDays(9))).hasValue(new Formula(30, 40, 30));
    assertThat(system.on(DAY.plusDays(10))).hasValue(new Formula(40, 30, 30));
  }

  private static IndicatorSystem publish(IndicatorSystem system, int resident, LocalDate from) {
    return system.after(
        system.decide(new Publish("JA-EVAL", resident, 70 - resident, 30, from)).getFirst());
  }
}
