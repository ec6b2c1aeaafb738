package org.threefold.oversight.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.threefold.events.DivisionCode;

class WindowTest {

  private final Window window = new Window(10);

  private static List<Told> facts(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(
            it -> new Told(it, "x/1@" + it, new DivisionCode("511523100"), false, new byte[0]))
        .toList();
  }

  private List<Long> next(long position) throws InterruptedException {
    return window.next(position, Duration.ZERO).facts().stream().map(Told::id).toList();
  }

  @Test
  void who_saw_the_last_fact_goes_on_behind_it() throws InterruptedException {
    window.add(facts(101, 105));
    assertThat(window.positionAfter(105)).isEqualTo(window.end());
    assertThat(next(window.positionAfter(103))).containsExactly(104L, 105L);
  }

  @Test
  void an_id_in_a_hole_goes_on_behind_the_hole() throws InterruptedException {
    window.add(facts(101, 102));
    window.add(facts(256, 257));
    assertThat(next(window.positionAfter(200))).containsExactly(256L, 257L);
  }

  @Test
  void what_is_no_longer_kept_cannot_be_gone_on_from() {
    window.add(facts(1, 15));
    assertThat(window.positionAfter(5)).isNotNegative();
    assertThat(window.positionAfter(4)).isEqualTo(-1);
  }

  @Test
  void an_id_of_the_future_is_of_another_store() {
    window.add(facts(1, 5));
    assertThat(window.positionAfter(6)).isEqualTo(-1);
  }

  @Test
  void before_the_first_fact_nothing_can_have_been_missed() throws InterruptedException {
    assertThat(window.positionAfter(0)).isZero();
    window.add(facts(101, 102));
    assertThat(next(window.positionAfter(0))).containsExactly(101L, 102L);
  }

  @Test
  void after_a_restart_what_came_before_is_not_known() throws InterruptedException {
    window.begin(facts(101, 105));
    assertThat(window.positionAfter(0)).isEqualTo(-1);
    assertThat(next(window.positionAfter(100))).hasSize(5);
  }

  @Test
  void who_falls_out_of_it_is_lost() throws InterruptedException {
    window.add(facts(1, 5));
    long position = window.positionAfter(2);
    window.add(facts(6, 20));
    assertThat(window.next(position, Duration.ZERO).lost()).isTrue();
  }

  @Test
  void only_facts_in_it_are_remembered() {
    window.add(facts(1, 15));
    assertThat(window.holds("x/1@5")).isFalse();
    assertThat(window.holds("x/1@6")).isTrue();
  }

  @Test
  void the_last_few_that_one_may_see_can_be_found() {
    window.add(facts(1, 8));
    assertThat(window.positionOfLast(2, it -> it.id() % 2 == 0)).isEqualTo(5);
    assertThat(window.positionOfLast(0, _ -> true)).isEqualTo(8);
  }

  @Test
  void who_has_just_come_is_not_overtaken_at_once() throws InterruptedException {
    window.add(facts(1, 10));
    long begin = window.positionOfLast(99, _ -> true);
    window.add(facts(11, 15));

    assertThat(begin).isEqualTo(5);
    assertThat(window.next(begin, Duration.ZERO).lost()).isFalse();
  }
}
