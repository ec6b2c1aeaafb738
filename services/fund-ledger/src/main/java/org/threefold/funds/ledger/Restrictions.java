package org.threefold.funds.ledger;

import static org.threefold.events.Purpose.ACTIVITY;
import static org.threefold.events.Purpose.SERVICE_PROJECT;
import static org.threefold.events.Purpose.SIGNAGE;
import static org.threefold.events.Purpose.SYSTEM_BUILDING;

import java.util.List;
import java.util.Set;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;

/**
 * What binds money of one type wherever it lies (domain §8.4, §2.8); a fund may be bound more
 * tightly, never less.
 *
 * @param isFiscal whether it is budget money of a year
 * @param purposes what it may be spent on; empty where the document of the fund must say it
 * @param groups whom it may be spent on; empty means everybody
 * @param prohibited costs it may never pay, beside those that nothing may pay
 */
record Restrictions(
    boolean isFiscal, List<Purpose> purposes, List<ClientGroup> groups, Set<CostCode> prohibited) {

  /** What no fund may pay. Cash to persons has a code of its own, FUND-011. */
  static final Set<CostCode> PROHIBITED =
      Set.of(
          CostCode.HOSPITALITY,
          CostCode.VEHICLE,
          CostCode.BUILDING,
          CostCode.OVERSEAS_TRIP,
          CostCode.BONUS,
          CostCode.LABOUR_DISPATCH);

  private static final List<ClientGroup> EVERYBODY = List.of();
  private static final List<Purpose> BY_DOCUMENT = List.of();

  private static final List<ClientGroup> POOR =
      List.of(
          ClientGroup.LOW_GUARANTEE,
          ClientGroup.EXTREMELY_POOR,
          ClientGroup.LOW_MARGIN,
          ClientGroup.EXPENDITURE_HARDSHIP,
          ClientGroup.TEMP_ASSIST);
  private static final List<ClientGroup> ELDERS =
      List.of(
          ClientGroup.ELDER,
          ClientGroup.ELDER_ADVANCED,
          ClientGroup.ELDER_LEFT_BEHIND,
          ClientGroup.ELDER_LIVING_ALONE);
  private static final List<ClientGroup> CHILDREN =
      List.of(
          ClientGroup.CHILD,
          ClientGroup.CHILD_LEFT_BEHIND,
          ClientGroup.CHILD_UNATTENDED,
          ClientGroup.ORPHAN,
          ClientGroup.GIRL);

  /** Elders, disabled people, orphans and the poor. */
  private static final List<ClientGroup> LOTTERY =
      List.of(
          ClientGroup.ELDER,
          ClientGroup.ELDER_ADVANCED,
          ClientGroup.ELDER_LEFT_BEHIND,
          ClientGroup.ELDER_LIVING_ALONE,
          ClientGroup.DISABLED,
          ClientGroup.ORPHAN,
          ClientGroup.LOW_GUARANTEE,
          ClientGroup.EXTREMELY_POOR,
          ClientGroup.LOW_MARGIN,
          ClientGroup.EXPENDITURE_HARDSHIP,
          ClientGroup.TEMP_ASSIST);

  static Restrictions of(FundType type) {
    return switch (type) {
      case PILOT -> fiscal(List.of(SYSTEM_BUILDING, SERVICE_PROJECT), EVERYBODY);
      case SPECIAL, CA_OTHER -> fiscal(BY_DOCUMENT, EVERYBODY);
      case CA_ASSISTANCE -> fiscal(List.of(SERVICE_PROJECT), POOR);
      case CA_ELDERLY -> fiscal(List.of(SERVICE_PROJECT), ELDERS);
      case CA_CHILD -> fiscal(List.of(SERVICE_PROJECT), CHILDREN);
      case CA_GOVERNANCE -> fiscal(List.of(SERVICE_PROJECT, SYSTEM_BUILDING, SIGNAGE), EVERYBODY);
      case DEPT -> fiscal(List.of(SERVICE_PROJECT, ACTIVITY), EVERYBODY);
      // Lottery money never pays what an institution costs anyway.
      case WELFARE_LOTTERY ->
          new Restrictions(true, List.of(SERVICE_PROJECT), LOTTERY, Set.of(CostCode.MANAGEMENT));
      case MICRO ->
          new Restrictions(false, List.of(SERVICE_PROJECT, ACTIVITY), EVERYBODY, Set.of());
      case FEE -> new Restrictions(false, List.of(SERVICE_PROJECT), EVERYBODY, Set.of());
      case DONATION -> new Restrictions(false, BY_DOCUMENT, EVERYBODY, Set.of());
    };
  }

  private static Restrictions fiscal(List<Purpose> purposes, List<ClientGroup> groups) {
    return new Restrictions(true, purposes, groups, Set.of());
  }

  /** Whether a fund of this type may be bound to these purposes and groups. */
  boolean permit(List<Purpose> narrower, List<ClientGroup> fewer) {
    return (purposes.isEmpty() || purposes.containsAll(narrower))
        && (groups.isEmpty() || groups.containsAll(fewer));
  }

  boolean prohibit(CostCode cost) {
    return PROHIBITED.contains(cost) || prohibited.contains(cost);
  }
}
