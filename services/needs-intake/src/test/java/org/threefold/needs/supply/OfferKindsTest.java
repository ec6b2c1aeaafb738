package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.events.ActivityType;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;

class OfferKindsTest {

  private static final OfferKinds KINDS = OfferKinds.known();

  @Test
  void the_list_has_the_sixteen_items_each_for_somebody_and_of_some_use() {
    assertThat(KINDS.items())
        .extracting(OfferKind::kind)
        .containsExactly(
            IntStream.rangeClosed(1, 16).mapToObj("SI-%02d"::formatted).toArray(String[]::new));
    assertThat(KINDS.items())
        .allSatisfy(it -> {
          assertThat(it.groups()).as(it.kind()).isNotEmpty();
          assertThat(it.answers().size() + it.helps().size()).as(it.kind()).isPositive();
          assertThat(it.answers()).as(it.kind()).doesNotContain(NeedCategory.OTHER);
        });
    assertThat(KINDS.item("SI-17")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_type_of_activity_is_called_something_and_of_some_use(ActivityType type) {
    OfferKind kind = KINDS.activity(type);
    assertThat(kind.names().zh()).isNotBlank();
    assertThat(kind.names().en()).isNotBlank();
    assertThat(kind.answers().size() + kind.helps().size()).isPositive();
  }

  @Test
  void an_activity_of_unknown_type_is_some_activity() {
    assertThat(KINDS.activity(null)).isEqualTo(KINDS.activity(ActivityType.OTHER));
  }

  @Test
  void a_programme_that_is_not_named_may_help_with_anything_and_answers_nothing() {
    assertThat(KINDS.programme("LF-02").answers()).containsExactly(NeedCategory.MEAL_CARE);
    assertThat(KINDS.programme("LF-77").answers()).isEmpty();
    assertThat(KINDS.programme("LF-77").helps()).containsExactlyInAnyOrder(NeedCategory.values());
  }

  @Test
  void for_every_category_but_the_open_one_there_is_an_answer() {
    Set<NeedCategory> answered =
        Stream.of(
                KINDS.items(),
                Stream.of("LF-01", "LF-02", "LF-03", "LF-04").map(KINDS::programme).toList(),
                Arrays.stream(ActivityType.values()).map(KINDS::activity).toList())
            .flatMap(Collection::stream)
            .flatMap(it -> it.answers().stream())
            .collect(Collectors.toSet());
    assertThat(answered)
        .containsExactlyInAnyOrder(
            Arrays.stream(NeedCategory.values())
                .filter(it -> it != NeedCategory.OTHER)
                .toArray(NeedCategory[]::new));
  }

  @Test
  void a_table_with_another_heading_is_not_read() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Table.rows("offers.csv", "type,kind"))
        .withMessageContaining("offers.csv");
  }

  @Test
  void wider_groups_are_groups_and_have_none_of_their_own() {
    Set<ClientGroup> wider =
        Arrays.stream(ClientGroup.values())
            .flatMap(it -> WiderGroups.of(Set.of(it), AgeBand.MIXED).stream())
            .collect(Collectors.toSet());
    assertThat(wider).containsExactlyInAnyOrder(ClientGroup.ELDER, ClientGroup.CHILD);
    assertThat(WiderGroups.of(wider, AgeBand.MIXED)).isEmpty();
  }
}
