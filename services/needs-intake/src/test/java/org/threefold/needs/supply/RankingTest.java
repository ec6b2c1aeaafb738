package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.ELDER_LIVING_ALONE;
import static org.threefold.events.ClientGroup.RESIDENT_GENERAL;
import static org.threefold.events.NeedCategory.COMPANIONSHIP;
import static org.threefold.events.NeedCategory.MEAL_CARE;
import static org.threefold.needs.supply.Availability.NEVER;
import static org.threefold.needs.supply.Availability.NOT_YET;
import static org.threefold.needs.supply.Availability.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;
import org.threefold.needs.supply.Suggestion.Term;

class RankingTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final DivisionCode COMMUNITY = new DivisionCode("511523100001");
  private static final DivisionCode TOWN = new DivisionCode("511523100");
  private static final Wanted WANTED =
      new Wanted(List.of(ELDER_LIVING_ALONE), AgeBand.FROM_60, COMMUNITY, NOON);
  private static final Set<NeedCategory> MEALS = Set.of(MEAL_CARE);
  private static final Set<NeedCategory> NOTHING = Set.of();

  private static Offer offer(
      String id,
      Set<NeedCategory> answers,
      Set<NeedCategory> helps,
      ClientGroup group,
      List<DivisionCode> heldIn,
      Availability availability,
      @Nullable Instant begins) {
    return new Offer(
        SupplierType.ACTIVITY,
        id,
        new Names(null, null),
        answers,
        helps,
        List.of(group),
        heldIn,
        availability,
        begins);
  }

  private static Offer answer(String id, ClientGroup group, DivisionCode... heldIn) {
    return offer(id, MEALS, NOTHING, group, List.of(heldIn), NOW, null);
  }

  private static List<String> ranked(List<Offer> offers) {
    return Ranking.of(offers, MEAL_CARE, WANTED).stream().map(Suggestion::supplier).toList();
  }

  @Test
  void a_place_in_the_list_is_a_sum_of_terms_that_are_shown() {
    Offer kitchen = answer("kitchen", ELDER, TOWN);
    assertThat(Ranking.of(List.of(kitchen), MEAL_CARE, WANTED))
        .containsExactly(
            new Suggestion(
                SupplierType.ACTIVITY,
                "kitchen",
                new Names(null, null),
                NOW,
                36,
                List.of(
                    new Term("category", 2, 10, 20),
                    new Term("group", 2, 3, 6),
                    new Term("place", 2, 1, 2),
                    new Term("soon", 4, 2, 8))));
  }

  @Test
  void what_cannot_be_had_is_not_listed() {
    Offer over = offer("over", MEALS, NOTHING, ELDER, List.of(), NEVER, null);
    assertThat(ranked(List.of(over, answer("on", ELDER)))).containsExactly("on");
  }

  @Test
  void what_is_of_no_use_to_the_category_is_not_listed() {
    Offer visit = offer("visit", Set.of(COMPANIONSHIP), NOTHING, ELDER, List.of(), NOW, null);
    assertThat(ranked(List.of(visit))).isEmpty();
    assertThat(Ranking.of(List.of(visit), COMPANIONSHIP, WANTED)).hasSize(1);
  }

  @Test
  void what_is_for_the_very_group_comes_before_what_is_for_a_wider_one_or_for_all() {
    assertThat(
            ranked(
                List.of(
                    answer("a-all", RESIDENT_GENERAL),
                    answer("b-elders", ELDER),
                    answer("c-alone", ELDER_LIVING_ALONE))))
        .containsExactly("c-alone", "b-elders", "a-all");
  }

  @Test
  void what_is_nearer_comes_first() {
    assertThat(
            ranked(
                List.of(
                    answer("a-county", ELDER),
                    answer("b-town", ELDER, TOWN),
                    answer("c-community", ELDER, COMMUNITY, TOWN))))
        .containsExactly("c-community", "b-town", "a-county");
  }

  @Test
  void what_can_be_had_sooner_comes_first_and_what_is_only_designed_last() {
    List<Offer> offers = new ArrayList<>();
    offers.add(offer("a-designed", MEALS, NOTHING, ELDER, List.of(), NOT_YET, null));
    offers.add(begins("b-later", Duration.ofDays(91)));
    offers.add(begins("c-in-90-days", Duration.ofDays(90)));
    offers.add(begins("d-in-30-days", Duration.ofDays(30)));
    offers.add(begins("e-in-7-days", Duration.ofDays(7)));
    offers.add(begins("f-now", Duration.ZERO));
    assertThat(ranked(offers))
        .containsExactly(
            "f-now", "e-in-7-days", "d-in-30-days", "c-in-90-days", "a-designed", "b-later");
  }

  private static Offer begins(String id, Duration after) {
    return offer(id, MEALS, NOTHING, ELDER, List.of(), NOW, NOON.plus(after));
  }

  @Test
  void an_answer_to_be_had_at_once_comes_before_all_that_only_helps() {
    Offer worstAnswer = answer("z-answer", RESIDENT_GENERAL);
    Offer bestHelp =
        offer("a-help", NOTHING, MEALS, ELDER_LIVING_ALONE, List.of(COMMUNITY), NOW, null);
    assertThat(ranked(List.of(bestHelp, worstAnswer))).containsExactly("z-answer", "a-help");
  }

  @Test
  void of_what_is_equal_the_lower_id_comes_first_whatever_the_order_it_is_found_in() {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ClientGroup group = List.of(ELDER, RESIDENT_GENERAL, ELDER_LIVING_ALONE).get(i % 3);
      offers.add(answer("offer-" + (10 + i), group));
    }
    List<String> expected = ranked(offers);
    assertThat(expected).hasSize(60).startsWith("offer-12", "offer-15").endsWith("offer-68");
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(offers, new Random(seed));
      assertThat(ranked(offers)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
