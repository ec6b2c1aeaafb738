package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Given these facts, when this is decided, then those facts follow, or a refusal does. */
public final class Given<S, E> {

  private final S state;

  private Given(S state) {
    this.state = state;
  }

  /** The state after these facts, told to {@code after} one by one. */
  @SafeVarargs
  public static <S, E> Given<S, E> of(
      S initial, BiFunction<? super S, ? super E, ? extends S> after, E... facts) {
    S state = initial;
    for (E fact : facts) {
      state = after.apply(state, fact);
    }
    return new Given<>(state);
  }

  /** Decides. A refusal is kept for {@link Outcome#thenRefused}. */
  public Outcome<E> when(Function<? super S, ? extends List<? extends E>> decide) {
    try {
      return new Outcome<>(List.copyOf(decide.apply(state)), null);
    } catch (RuntimeException refusal) {
      return new Outcome<>(List.of(), refusal);
    }
  }

  /** What came of a decision. */
  public record Outcome<E>(List<? extends E> facts, @Nullable RuntimeException refusal) {

    /** Exactly these facts, in this order; none at all when nothing is named. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public final void then(E... expected) {
      if (refusal != null) {
        throw new AssertionError("Refused instead of decided: " + refusal.getMessage(), refusal);
      }
      assertThat(facts).isEqualTo(List.of(expected));
    }

    /** Refused, with this code or these words somewhere in the message. */
    public void thenRefused(String codeOrText) {
      if (refusal == null) {
        throw new AssertionError("Decided instead of refused: " + facts);
      }
      assertThat(refusal).hasMessageContaining(codeOrText);
    }
  }
}
