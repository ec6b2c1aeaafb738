package org.threefold.needs.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.CHILD;
import static org.threefold.events.ClientGroup.DISABLED;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.LOW_GUARANTEE;
import static org.threefold.events.ClientGroup.VETERAN;
import static org.threefold.events.NeedCategory.COMPANIONSHIP;
import static org.threefold.events.NeedCategory.MEAL_CARE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.need.OpenNeed;
import org.threefold.needs.pool.Pool.Bundle;
import org.threefold.needs.pool.Pool.Proposal;
import org.threefold.needs.pool.Pool.Reason;

class PoolingTest {

  private static final String HERE = "511523100001";
  private static final List<ClientGroup> GROUPS = List.of(ClientGroup.values());
  private static final LocalDate TOLD = LocalDate.of(2026, 11, 1);

  private static OpenNeed need(
      String division, int number, NeedCategory category, ClientGroup... groups) {
    return weighing(division, number, category, 20, 10, true, groups);
  }

  private static OpenNeed need(int number, ClientGroup... groups) {
    return need(HERE, number, MEAL_CARE, groups);
  }

  private static OpenNeed weighing(
      String division,
      int number,
      NeedCategory category,
      int priority,
      int persons,
      boolean routed,
      ClientGroup... groups) {
    return new OpenNeed(
        new NeedId("N-%s-20261101-%04d".formatted(division, number)),
        new DivisionCode(division),
        new ResidentRef("R-" + number),
        category,
        List.of(groups),
        priority >= 30 ? PriorityBand.A : priority >= 20 ? PriorityBand.B : PriorityBand.C,
        priority,
        persons,
        TOLD.plusDays(number),
        routed);
  }

  private static List<Integer> numbers(Pool pool) {
    return pool.needs().stream()
        .map(it -> Integer.parseInt(it.need().value().substring(24)))
        .toList();
  }

  private static List<List<Integer>> pooled(OpenNeed... needs) {
    return Pooling.of(List.of(needs)).stream().map(PoolingTest::numbers).toList();
  }

  @Test
  void needs_that_share_a_group_are_pooled_and_one_that_shares_none_is_not() {
    assertThat(pooled(need(1, ELDER, DISABLED), need(2, ELDER), need(3, CHILD)))
        .containsExactly(List.of(1, 2));
  }

  @Test
  void a_need_alone_is_no_pool() {
    assertThat(pooled(need(1, ELDER))).isEmpty();
    assertThat(pooled()).isEmpty();
  }

  @Test
  void needs_of_another_town_or_category_are_not_alike() {
    assertThat(pooled(need(1, ELDER), need("511523101001", 2, MEAL_CARE, ELDER))).isEmpty();
    assertThat(pooled(need(1, ELDER), need(HERE, 2, COMPANIONSHIP, ELDER))).isEmpty();
    assertThat(pooled(need(1, ELDER), need("511523100002", 2, MEAL_CARE, ELDER)))
        .containsExactly(List.of(1, 2));
  }

  @Test
  void a_need_between_two_others_joins_them() {
    OpenNeed elder = need(1, ELDER);
    OpenNeed poor = need(2, LOW_GUARANTEE);
    OpenNeed between = need(3, ELDER, LOW_GUARANTEE);
    assertThat(pooled(elder, poor)).isEmpty();
    assertThat(pooled(elder, poor, between)).containsExactly(List.of(1, 2, 3));
    assertThat(pooled(between, poor, elder)).containsExactly(List.of(1, 2, 3));
  }

  @Test
  void a_pool_says_what_it_is_and_why_and_what_a_project_of_it_takes() {
    OpenNeed pressing = weighing(HERE, 3, MEAL_CARE, 31, 5, true, ELDER, LOW_GUARANTEE);
    OpenNeed old = weighing(HERE, 1, MEAL_CARE, 12, 60, false, ELDER);
    OpenNeed usual = weighing(HERE, 2, MEAL_CARE, 21, 7, true, LOW_GUARANTEE, ELDER, VETERAN);
    Pool pool = Pooling.of(List.of(old, usual, pressing)).getFirst();
    assertThat(pool.pool()).isEqualTo("PL-511523100001-20261101-0001");
    assertThat(pool.town()).isEqualTo(new DivisionCode("511523100"));
    assertThat(pool.category()).isEqualTo(MEAL_CARE);
    assertThat(pool.groups()).containsExactly(ELDER, LOW_GUARANTEE);
    assertThat(numbers(pool)).containsExactly(3, 2, 1);
    assertThat(pool.persons()).isEqualTo(72);
    assertThat(pool.band()).isEqualTo(PriorityBand.A);
    assertThat(pool.since()).isEqualTo(TOLD.plusDays(1));
    assertThat(pool.more()).isZero();
    assertThat(pool.reasons())
        .containsExactly(
            new Reason("town", "511523100", 3),
            new Reason("category", "MEAL_CARE", 3),
            new Reason("group", "ELDER", 3),
            new Reason("group", "LOW_GUARANTEE", 2));
    assertThat(pool.proposal())
        .isEqualTo(
            new Proposal(
                new StationId("ST-511523100"),
                List.of(old.need()),
                new Bundle(List.of(pressing.need(), usual.need()))));
  }

  @Test
  void the_most_pressing_pool_comes_first_then_the_one_for_the_most_persons() {
    List<Pool> pools =
        Pooling.of(
            List.of(
                weighing(HERE, 1, MEAL_CARE, 15, 900, true, ELDER),
                weighing(HERE, 2, MEAL_CARE, 15, 900, true, ELDER),
                weighing(HERE, 3, MEAL_CARE, 31, 1, true, CHILD),
                weighing(HERE, 4, MEAL_CARE, 10, 1, true, CHILD),
                weighing(HERE, 5, COMPANIONSHIP, 22, 5, true, ELDER),
                weighing(HERE, 6, COMPANIONSHIP, 22, 5, true, ELDER),
                weighing(HERE, 7, MEAL_CARE, 22, 6, true, VETERAN),
                weighing(HERE, 8, MEAL_CARE, 22, 5, true, VETERAN)));
    assertThat(pools)
        .extracting(Pool::pool)
        .containsExactly(
            "PL-511523100001-20261101-0003",
            "PL-511523100001-20261101-0007",
            "PL-511523100001-20261101-0005",
            "PL-511523100001-20261101-0001");
  }

  @Test
  void a_pool_keeps_its_name_while_others_join() {
    String before = Pooling.of(List.of(need(2, ELDER), need(3, ELDER))).getFirst().pool();
    List<OpenNeed> more = List.of(need(4, ELDER), need(3, ELDER), need(2, ELDER));
    assertThat(Pooling.of(more).getFirst().pool()).isEqualTo(before);
  }

  @Test
  void a_pool_proposes_no_more_than_a_project_can_take_on_at_once() {
    List<OpenNeed> many =
        IntStream.rangeClosed(1, Pool.NEEDS_MAX + 5).mapToObj(it -> need(it, ELDER)).toList();
    Pool pool = Pooling.of(many).getFirst();
    assertThat(pool.needs()).hasSize(Pool.NEEDS_MAX);
    assertThat(pool.more()).isEqualTo(5);
    assertThat(pool.persons()).isEqualTo(10 * Pool.NEEDS_MAX);
    assertThat(pool.proposal().bundle().needs()).hasSize(Pool.NEEDS_MAX);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_the_order_the_pools_are_those_of_needs_that_hang_together(long seed) {
    Random random = new Random(seed);
    List<OpenNeed> needs = someNeeds(random);
    List<Pool> pools = Pooling.of(needs);
    assertThat(
            pools.stream()
                .map(it -> Set.copyOf(it.needs().stream().map(Pool.Member::need).toList())))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(hangingTogether(needs));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(needs, random);
      assertThat(Pooling.of(needs)).as("seed %d, shuffle %d", seed, i).isEqualTo(pools);
    }
  }

  private static List<OpenNeed> someNeeds(Random random) {
    List<OpenNeed> needs = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      ClientGroup[] groups =
          random
              .ints(1 + random.nextInt(2), 0, GROUPS.size())
              .distinct()
              .mapToObj(GROUPS::get)
              .toArray(ClientGroup[]::new);
      needs.add(
          weighing(
              random.nextBoolean() ? HERE : "511523101001",
              number,
              random.nextBoolean() ? MEAL_CARE : COMPANIONSHIP,
              10 + random.nextInt(30),
              1 + random.nextInt(50),
              random.nextBoolean(),
              groups));
    }
    return needs;
  }

  /** The same found the slow way: from each need to all it reaches. */
  private static Set<Set<NeedId>> hangingTogether(List<OpenNeed> needs) {
    return needs.stream()
        .map(it -> reached(it, needs))
        .filter(it -> it.size() > 1)
        .collect(Collectors.toSet());
  }

  private static Set<NeedId> reached(OpenNeed from, List<OpenNeed> needs) {
    Set<OpenNeed> reached = Set.of(from);
    int before;
    do {
      before = reached.size();
      Set<OpenNeed> known = reached;
      reached =
          Stream.concat(
                  known.stream(),
                  needs.stream().filter(it -> known.stream().anyMatch(one -> alike(one, it))))
              .collect(Collectors.toSet());
    } while (reached.size() > before);
    return reached.stream().map(OpenNeed::need).collect(Collectors.toSet());
  }

  private static boolean alike(OpenNeed one, OpenNeed other) {
    return one.division().town().equals(other.division().town())
        && one.category() == other.category()
        && !Collections.disjoint(one.groups(), other.groups());
  }
}
