package org.threefold.evaluations.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.evaluations.EvaluationSettings;
import org.threefold.events.EvaluationId;

class TokensTest {

  private static final EvaluationId ONE = new EvaluationId("E-1");
  private static final EvaluationId OTHER = new EvaluationId("E-2");
  private final Tokens tokens = with("a secret of this test");

  @Test
  void each_beneficiary_has_a_token_of_its_own() {
    List<String> all = tokens.list(ONE, 138, 0, 200);
    assertThat(all).hasSize(138).doesNotHaveDuplicates();
    assertThat(tokens.numberOf(ONE, 138, all.get(41))).hasValue(42);
  }

  @Test
  void tokens_are_listed_page_by_page() {
    assertThat(tokens.list(ONE, 138, 100, 200)).hasSize(38);
    assertThat(tokens.list(ONE, 138, 100, 10))
        .isEqualTo(tokens.list(ONE, 138, 0, 138).subList(100, 110));
    assertThat(tokens.list(ONE, 138, 138, 10)).isEmpty();
  }

  @Test
  void no_other_text_is_a_token() {
    String token = tokens.list(ONE, 10, 0, 1).getFirst();
    assertThat(tokens.numberOf(OTHER, 10, token)).isEmpty();
    assertThat(tokens.numberOf(ONE, 0, token)).isEmpty();
    assertThat(tokens.numberOf(ONE, 10, "2" + token.substring(1))).isEmpty();
    assertThat(tokens.numberOf(ONE, 10, token + "0")).isEmpty();
    assertThat(tokens.numberOf(ONE, 10, "99999999999-00000000000000000000")).isEmpty();
    assertThat(with("another secret of tests").numberOf(ONE, 10, token)).isEmpty();
  }

  private static Tokens with(String secret) {
    return new Tokens(new EvaluationSettings("JA-EVAL", 30, 5, secret));
  }
}
