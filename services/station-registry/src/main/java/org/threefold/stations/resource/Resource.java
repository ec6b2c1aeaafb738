package org.threefold.stations.resource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.OfResource;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ResourceUnitWithdrawn;
import org.threefold.stations.PublicWords;
import org.threefold.stations.resource.ResourceCommand.Draft;
import org.threefold.stations.resource.ResourceCommand.Register;
import org.threefold.stations.resource.ResourceCommand.Withdraw;

/** An organisation, an enterprise or a team that can help residents; domain §1.F, F06. */
sealed interface Resource {

  /** Not in the register. */
  record Unknown() implements Resource {}

  /**
   * In the register.
   *
   * @param home the town it belongs to; the county, if it helps everywhere
   * @param withdrawn whether it cannot be had any more
   */
  record Registered(
      ResourceId resource,
      ResourceKind kind,
      DivisionCode home,
      String name,
      @Nullable String englishName,
      List<NeedCategory> categories,
      List<ClientGroup> groups,
      boolean withdrawn)
      implements Resource {

    private Registered withdraw() {
      return new Registered(resource, kind, home, name, englishName, categories, groups, true);
    }
  }

  /** What follows from this command. */
  default List<OfResource> decide(ResourceCommand command) {
    return switch (command) {
      case Register it when this instanceof Unknown -> List.of(registered(it));
      case Register it -> throw new Refused("REG-089", it.resource());
      case Withdraw _ when this instanceof Registered known && !known.withdrawn() ->
          List.of(new ResourceUnitWithdrawn(known.resource()));
      case Withdraw _ ->
          throw new Refused("REG-090", this instanceof Registered ? "WITHDRAWN" : "UNKNOWN");
    };
  }

  /** The state after a fact. */
  default Resource after(OfResource event) {
    return switch (event) {
      case ResourceUnitRegistered it ->
          new Registered(
              it.resource(),
              it.kind(),
              it.home(),
              it.name(),
              it.englishName(),
              it.categories(),
              it.groups(),
              false);
      case ResourceUnitWithdrawn _ -> this instanceof Registered known ? known.withdraw() : this;
    };
  }

  /**
   * Lets a draft pass that may be registered.
   *
   * @throws Refused REG-002, REG-004, REG-040, REG-092
   */
  static void mustBeFit(Draft it) {
    kindOf(it.kind());
    if (it.home().value().length() > 9) {
      throw new Refused("REG-004", it.home(), it.home().town());
    }
    if (it.homeFrom() == null || it.homeFrom().isAfter(it.today())) {
      throw new Refused("REG-002", it.home());
    }
    PublicWords.mustSayNothingOfAPerson("name", it.name());
    PublicWords.mustSayNothingOfAPerson("englishName", it.englishName());
  }

  /**
   * The kind of this code.
   *
   * @throws Refused REG-040 if there is none
   */
  static ResourceKind kindOf(String code) {
    return Arrays.stream(ResourceKind.values())
        .filter(it -> it.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refused("REG-040", code, kinds()));
  }

  private static String kinds() {
    return Arrays.stream(ResourceKind.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static ResourceUnitRegistered registered(Register command) {
    Draft it = command.draft();
    mustBeFit(it);
    return new ResourceUnitRegistered(
        command.resource(),
        kindOf(it.kind()),
        it.home(),
        it.name(),
        it.englishName(),
        it.categories().stream().distinct().toList(),
        it.groups().stream().distinct().toList());
  }
}
