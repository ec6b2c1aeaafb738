package org.threefold.stations.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationEvent.DivisionRegistered;

/** A place in the tree of county, towns and communities; domain §3.1.1. */
public sealed interface Division {

  /** Not on the map yet. */
  record Unknown() implements Division {}

  /**
   * On the map.
   *
   * @param provisional its name or code still has to be confirmed by the county
   */
  record Registered(
      DivisionCode code,
      String name,
      DivisionLevel level,
      @Nullable DivisionCode parent,
      LocalDate validFrom,
      boolean provisional)
      implements Division {}

  /** What follows from this command. */
  default List<DivisionRegistered> decide(DivisionCommand command) {
    return switch (command) {
      case DivisionCommand.Register it when this instanceof Registered ->
          throw new Refused("REG-089", it.code());
      case DivisionCommand.Register it -> List.of(register(it));
    };
  }

  /** The state after a fact. */
  default Division after(DivisionRegistered it) {
    return new Registered(
        it.code(), it.name(), it.level(), it.parent(), it.validFrom(), it.provisional());
  }

  private static DivisionRegistered register(DivisionCommand.Register it) {
    if (!it.county().covers(it.code())) {
      throw new Refused("REG-001", it.code(), it.county());
    }
    DivisionLevel level =
        levelOf(it.code()).orElseThrow(() -> new Refused("REG-004", it.code(), "001-399"));
    DivisionCode parent = parentOf(it.code()).orElse(null);
    if (parent != null && !it.parentKnown()) {
      throw new Refused("REG-004", it.code(), parent);
    }
    return new DivisionRegistered(
        it.code(), it.name(), level, parent, it.validFrom(), it.provisional());
  }

  /**
   * The level a code has by its length and, for committees, its last three digits (domain §2.7).
   */
  private static Optional<DivisionLevel> levelOf(DivisionCode code) {
    String digits = code.value();
    return Optional.ofNullable(
        switch (digits.length()) {
          case 6 -> DivisionLevel.COUNTY;
          case 9 -> DivisionLevel.TOWN;
          default -> committee(Integer.parseInt(digits.substring(9)));
        });
  }

  private static @Nullable DivisionLevel committee(int number) {
    if (number >= 1 && number < 200) {
      return DivisionLevel.COMMUNITY;
    }
    return number >= 200 && number < 400 ? DivisionLevel.VILLAGE : null;
  }

  /** The division a code lies in directly: codes nest by three digits. */
  static Optional<DivisionCode> parentOf(DivisionCode code) {
    String digits = code.value();
    return digits.length() == 6
        ? Optional.empty()
        : Optional.of(new DivisionCode(digits.substring(0, digits.length() - 3)));
  }
}
