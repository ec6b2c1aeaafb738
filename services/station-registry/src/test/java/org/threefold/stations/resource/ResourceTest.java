package org.threefold.stations.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.LOW_GUARANTEE;
import static org.threefold.events.NeedCategory.MEAL_CARE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.DivisionCode;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.OfResource;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ResourceUnitWithdrawn;
import org.threefold.stations.resource.ResourceCommand.Draft;
import org.threefold.stations.resource.ResourceCommand.Register;
import org.threefold.stations.resource.ResourceCommand.Withdraw;
import org.threefold.testkit.Given;

class ResourceTest {

  private static final ResourceId ID = new ResourceId("RS-511523100-0001");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final ResourceUnitRegistered REGISTERED = registered(ResourceKind.VOLUNTEER);

  private static ResourceUnitRegistered registered(ResourceKind kind) {
    return new ResourceUnitRegistered(
        ID,
        kind,
        new DivisionCode("511523100"),
        "助餐志愿队",
        "meal volunteers",
        List.of(MEAL_CARE),
        List.of(ELDER, LOW_GUARANTEE));
  }

  private static Given<Resource, OfResource> given(OfResource... facts) {
    return Given.of(new Resource.Unknown(), Resource::after, facts);
  }

  private static Register register(
      String kind,
      String home,
      @Nullable LocalDate homeFrom,
      String name,
      @Nullable String english) {
    return new Register(
        ID,
        new Draft(
            kind,
            new DivisionCode(home),
            homeFrom,
            TODAY,
            name,
            english,
            List.of(MEAL_CARE, MEAL_CARE),
            List.of(ELDER, LOW_GUARANTEE, ELDER)));
  }

  private static Register register(String kind, String home) {
    return register(kind, home, TODAY, "助餐志愿队", "meal volunteers");
  }

  @ParameterizedTest
  @EnumSource
  void a_resource_of_each_kind_is_registered_with_what_it_can_do_said_once(ResourceKind kind) {
    given().when(it -> it.decide(register(kind.name(), "511523100"))).then(registered(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRIEND", "volunteer", " VOLUNTEER"})
  void an_unknown_kind_is_refused(String kind) {
    given().when(it -> it.decide(register(kind, "511523100"))).thenRefused("REG-040");
  }

  @Test
  void a_resource_belongs_to_a_town_or_to_the_county_and_not_to_a_community() {
    given().when(it -> it.decide(register("VOLUNTEER", "511523100001"))).thenRefused("REG-004");
    assertThat(new Resource.Unknown().decide(register("VOLUNTEER", "511523"))).hasSize(1);
  }

  @Test
  void its_home_is_a_division_in_use() {
    given()
        .when(it -> it.decide(register("VOLUNTEER", "511523100", null, "助餐志愿队", null)))
        .thenRefused("REG-002");
    given()
        .when(it -> it.decide(register("VOLUNTEER", "511523100", TODAY.plusDays(1), "助餐志愿队", null)))
        .thenRefused("REG-002");
  }

  @Test
  void its_names_say_nothing_of_a_person() {
    given()
        .when(it -> it.decide(register("VOLUNTEER", "511523100", TODAY, "找张叔13800138000", null)))
        .thenRefused("REG-092 [name, MOBILE_NUMBER]");
    given()
        .when(it ->
            it.decide(register("VOLUNTEER", "511523100", TODAY, "助餐志愿队", "call 138 0013 8000")))
        .thenRefused("REG-092 [englishName, MOBILE_NUMBER]");
  }

  @Test
  void a_number_is_given_once() {
    given(REGISTERED)
        .when(it -> it.decide(register("VOLUNTEER", "511523100")))
        .thenRefused("REG-089");
  }

  @Test
  void what_is_registered_is_withdrawn_once() {
    var withdrawn = new ResourceUnitWithdrawn(ID);
    given(REGISTERED).when(it -> it.decide(new Withdraw())).then(withdrawn);
    given(REGISTERED, withdrawn)
        .when(it -> it.decide(new Withdraw()))
        .thenRefused("REG-090 [WITHDRAWN]");
    given().when(it -> it.decide(new Withdraw())).thenRefused("REG-090 [UNKNOWN]");
  }
}
