package org.threefold.projects.purchase;

import org.jspecify.annotations.Nullable;
import org.threefold.events.ProjectEvent.PurchaseItemListed;

/** What can be asked of an item of the purchase list. */
sealed interface ItemCommand {

  /**
   * Put it before civil affairs and finance.
   *
   * @param item as it would be listed
   * @param negative the row of the negative list it falls under, if it falls under one
   * @param purchaserKnown whether its department is a registered purchaser
   */
  record Propose(PurchaseItemListed item, @Nullable NegativeReason negative, boolean purchaserKnown)
      implements ItemCommand {}

  /** Agree, for one side. */
  record Approve(Item.Side side, String subject) implements ItemCommand {}
}
