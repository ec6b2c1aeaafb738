package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.events.ActivityType;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.needs.table.Table;

class OfferKindsTest {

  private static final OfferKinds KINDS = OfferKinds.known();

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
  void a_table_with_another_heading_is_not_read() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Table.rows(OfferKinds.class, "offers.csv", "type,kind"))
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
