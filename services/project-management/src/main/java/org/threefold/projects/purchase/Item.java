package org.threefold.projects.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.DeptCode;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.projects.purchase.ItemCommand.Approve;
import org.threefold.projects.purchase.ItemCommand.Propose;

/**
 * An item of a department's purchase list: proposed, then listed when civil affairs and finance
 * both agree (domain §1.G, G06).
 *
 * @param proposed what would be listed, if anything was proposed
 * @param approvals who has agreed
 */
record Item(@Nullable PurchaseItemListed proposed, List<Approval> approvals) {

  static final Item UNKNOWN = new Item(null, List.of());

  /** Who must agree. */
  enum Side {
    CAB,
    FINANCE
  }

  /** One side's yes, by somebody. */
  record Approval(Side side, String subject) {}

  boolean isListed() {
    return approvals.size() == Side.values().length;
  }

  List<PurchaseItemListed> decide(ItemCommand command) {
    return switch (command) {
      case Propose it -> {
        mustBeProposable(it);
        yield List.of();
      }
      case Approve it -> {
        PurchaseItemListed waiting = mustWaitFor(it);
        yield approvals.size() + 1 == Side.values().length ? List.of(waiting) : List.of();
      }
    };
  }

  /** A proposal and a first approval are not said, but kept. */
  Item keep(ItemCommand command) {
    return switch (command) {
      case Propose it -> new Item(it.item(), List.of());
      case Approve it -> {
        List<Approval> all = new ArrayList<>(approvals);
        all.add(new Approval(it.side(), it.subject()));
        yield new Item(proposed, List.copyOf(all));
      }
    };
  }

  /** That it is listed follows from the approvals. */
  Item after(PurchaseItemListed event) {
    return new Item(event, approvals);
  }

  /**
   * The code of the rule by which this department may not use the item that day; null if it may.
   */
  @Nullable String refusal(DeptCode dept, LocalDate on) {
    if (proposed == null || !isListed()) {
      return "PROJ-011";
    }
    return proposed.dept().equals(dept) && !proposed.effectiveFrom().isAfter(on)
        ? null
        : "PROJ-017";
  }

  private void mustBeProposable(Propose it) {
    if (proposed != null) {
      throw new Refused("PROJ-015", it.item().item());
    }
    if (!it.purchaserKnown()) {
      throw new Refused("PROJ-016", it.item().dept());
    }
    if (it.negative() != null) {
      throw new Refused("PROJ-013", it.negative());
    }
    if (it.item().priceMinFen() > it.item().priceMaxFen()) {
      throw new Refused("PROJ-019", it.item().priceMinFen(), it.item().priceMaxFen());
    }
  }

  private PurchaseItemListed mustWaitFor(Approve it) {
    if (proposed == null) {
      throw new Refused("PROJ-011", it.side());
    }
    for (Approval given : approvals) {
      if (given.side() == it.side() || given.subject().equals(it.subject())) {
        throw new Refused("PROJ-018", proposed.item(), given.side());
      }
    }
    return proposed;
  }
}
