package org.threefold.evaluations.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.Grade;
import org.threefold.events.Leg;

class FormulaTest {

  /** The vectors of domain §7.5. */
  @ParameterizedTest
  @CsvSource({
    "92,    85,    78,  85.0000, 85.00, GOOD,      false",
    "87.50, 85,    78,  83.6500, 83.65, GOOD,      false",
    "55,    95,    95,  83.0000, 83.00, PASS,      true",
    "45,    90,    90,  76.5000, 76.50, FAIL,      true",
    "100,   40,    100, 76.0000, 76.00, FAIL,      true",
    "89.99, 90,    90,  89.9970, 90.00, EXCELLENT, false",
    "89.98, 90,    90,  89.9940, 89.99, GOOD,      false",
    "80,    79.98, 80,  79.9920, 79.99, PASS,      false",
    "60,    60,    60,  60.0000, 60.00, PASS,      false",
    "59,    60,    60,  59.7000, 59.70, FAIL,      false"
  })
  void a_score_is_the_weighted_mean_with_floors(
      BigDecimal resident,
      BigDecimal thirdParty,
      BigDecimal government,
      BigDecimal weighted,
      BigDecimal published,
      Grade grade,
      boolean capped) {
    assertThat(Formula.REFERENCE.score(legs(resident, thirdParty, government), false))
        .isEqualTo(new Formula.Result(weighted, published, grade, capped));
  }

  @ParameterizedTest
  @CsvSource({"59.99, PASS", "50, PASS", "49.99, FAIL", "60, GOOD"})
  void the_floors_are_at_sixty_and_fifty(BigDecimal resident, Grade grade) {
    var result =
        Formula.REFERENCE.score(legs(resident, new BigDecimal(95), new BigDecimal(95)), false);
    assertThat(result.grade()).isEqualTo(grade);
  }

  @Test
  void a_crossed_red_line_fails_whatever_the_legs_say() {
    BigDecimal full = new BigDecimal(100);
    assertThat(Formula.REFERENCE.score(legs(full, full, full), true))
        .isEqualTo(
            new Formula.Result(
                new BigDecimal("100.0000"), new BigDecimal("100.00"), Grade.FAIL, true));
  }

  @Test
  void a_formula_can_be_read_from_its_id() {
    var residentsDecide = new Formula(40, 30, 30);
    assertThat(residentsDecide.id()).isEqualTo("F2(40,30,30)");
    assertThat(Formula.of("F2(40,30,30)")).isEqualTo(residentsDecide);
    assertThat(Formula.REFERENCE.id()).isEqualTo("F2");
    assertThat(Formula.of("F2")).isEqualTo(Formula.REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"F3", "F2()", "F2(40,30,31)", "F2(-10,60,50)"})
  void an_unknown_formula_is_none(String id) {
    assertThatThrownBy(() -> Formula.of(id)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Leg, BigDecimal> legs(
      BigDecimal resident, BigDecimal thirdParty, BigDecimal government) {
    return Map.of(Leg.RESIDENT, resident, Leg.THIRD_PARTY, thirdParty, Leg.GOVERNMENT, government);
  }
}
