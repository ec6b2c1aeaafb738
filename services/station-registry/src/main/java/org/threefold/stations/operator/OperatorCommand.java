package org.threefold.stations.operator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationId;

/** What can be asked of an agency. */
sealed interface OperatorCommand {

  /**
   * Make it known to the county.
   *
   * @param from the division it is registered in
   * @param county the county of this register
   * @param migrated whether it was there before the register; only then may its origin be unknown
   */
  record Register(
      OperatorId operator,
      String name,
      OperatorOrigin origin,
      DivisionCode from,
      DivisionCode county,
      boolean migrated)
      implements OperatorCommand {}

  /**
   * Let it run these units.
   *
   * @param barredUntil the last day it may not sign, if it is barred on the first day of the term
   */
  record SignContract(
      ContractId contract,
      List<StationId> stations,
      LocalDate start,
      LocalDate end,
      PurchaseMethod method,
      long feeFen,
      @Nullable LocalDate barredUntil)
      implements OperatorCommand {}
}
