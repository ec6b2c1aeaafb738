package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GivenTest {

  @Test
  void facts_are_told_before_the_decision() {
    Given.of(0, Integer::sum, 1, 2).when(it -> List.of(it + 1)).then(4);
  }

  @Test
  void a_decision_may_have_no_facts() {
    Given.of(0, Integer::sum, 1).when(_ -> List.<Integer>of()).then();
  }

  @Test
  void other_facts_fail() {
    var outcome = Given.of(0, Integer::sum, 1).when(it -> List.of(it));
    assertThatThrownBy(() -> outcome.then(2)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> outcome.then(1, 1)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> outcome.then()).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_refusal_is_known_by_its_words() {
    var outcome = Given.of(0, Integer::sum).when(GivenTest::refuse);
    outcome.thenRefused("NEED-009");
    assertThatThrownBy(() -> outcome.thenRefused("NEED-010")).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_refusal_is_no_decision_and_a_decision_no_refusal() {
    assertThatThrownBy(() -> Given.of(0, Integer::sum).when(GivenTest::refuse).then())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NEED-009");
    assertThatThrownBy(() -> Given.of(0, Integer::sum).when(List::of).thenRefused("NEED-009"))
        .isInstanceOf(AssertionError.class);
  }

  private static List<Integer> refuse(int state) {
    throw new IllegalStateException("NEED-009: it is " + state);
  }
}
