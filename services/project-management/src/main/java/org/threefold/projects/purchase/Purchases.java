package org.threefold.projects.purchase;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.events.DeptCode;
import org.threefold.events.ItemCode;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.events.SourceSystem;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Decision;
import org.threefold.messaging.Versioned;

/** The guide, the purchasers and their lists. */
@Service
public class Purchases {

  /** More departments do not share a system. */
  private static final int MOST_OWNERS = 10;

  private final Aggregates<Guide, PurchaseGuidePublished> guides;
  private final Aggregates<Purchaser, PurchaserRegistered> purchasers;
  private final Aggregates<Item, PurchaseItemListed> items;

  Purchases(AggregateStores stores) {
    this.guides =
        stores.open(
            AggregateType.of(
                "guides",
                Guide.class,
                Guide.UNKNOWN,
                PurchaseGuidePublished.class,
                Guide::after,
                _ -> null));
    this.purchasers =
        stores.open(
            AggregateType.of(
                "purchasers",
                Purchaser.class,
                Purchaser.UNKNOWN,
                PurchaserRegistered.class,
                Purchaser::after,
                _ -> null));
    this.items =
        stores.open(
            AggregateType.of(
                "items",
                Item.class,
                Item.UNKNOWN,
                PurchaseItemListed.class,
                Item::after,
                _ -> null));
  }

  /** Whether the version of the guide applies that day. */
  public boolean isEffective(String guide, LocalDate on) {
    return guide(guide).filter(it -> !it.effectiveFrom().isAfter(on)).isPresent();
  }

  /** Whether the department may buy. */
  public boolean isPurchaser(DeptCode dept) {
    return purchaser(dept).isPresent();
  }

  /** The departments that have registered this system as theirs. */
  public List<DeptCode> ownersOf(SourceSystem system) {
    var registered = Filters.eq("state.registered.sourceSystem", system.value());
    return purchasers.page(registered, null, MOST_OWNERS).stream()
        .map(it -> new DeptCode(it.id()))
        .toList();
  }

  /** The code of the rule by which the department may not use the item that day; null if it may. */
  public @Nullable String refusal(ItemCode item, DeptCode dept, LocalDate on) {
    return items.find(item.value()).map(Versioned::state).orElse(Item.UNKNOWN).refusal(dept, on);
  }

  Versioned<Guide> publish(PurchaseGuidePublished guide, Cause cause) {
    return guides.decide(guide.guide(), cause, known -> known.publish(guide));
  }

  Versioned<Purchaser> register(PurchaserRegistered purchaser, Cause cause) {
    return purchasers.decide(purchaser.dept().value(), cause, known -> known.register(purchaser));
  }

  Versioned<Item> propose(PurchaseItemListed item, @Nullable NegativeReason negative, Cause cause) {
    return decide(
        item.item(), new ItemCommand.Propose(item, negative, isPurchaser(item.dept())), cause);
  }

  Versioned<Item> approve(ItemCode item, Item.Side side, String subject, Cause cause) {
    if (find(item).isEmpty()) {
      throw new NotFound(item);
    }
    return decide(item, new ItemCommand.Approve(side, subject), cause);
  }

  Optional<Item> find(ItemCode item) {
    return items.find(item.value()).map(Versioned::state).filter(it -> it.proposed() != null);
  }

  Optional<PurchaseGuidePublished> guide(String guide) {
    return guides.find(guide).map(it -> it.state().published());
  }

  Optional<PurchaserRegistered> purchaser(DeptCode dept) {
    return purchasers.find(dept.value()).map(it -> it.state().registered());
  }

  List<Guide> guides(@Nullable String after, int limit) {
    return guides.page(Filters.exists("state.published"), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }

  List<Purchaser> purchasers(@Nullable String after, int limit) {
    return purchasers.page(Filters.exists("state.registered"), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }

  List<Item> items(@Nullable DeptCode dept, @Nullable String after, int limit) {
    var filter =
        dept == null
            ? Filters.exists("state.proposed")
            : Filters.eq("state.proposed.dept", dept.value());
    return items.page(filter, after, limit).stream().map(Versioned::state).toList();
  }

  private Versioned<Item> decide(ItemCode item, ItemCommand command, Cause cause) {
    return items.decide(item.value(), cause, new Deciding(command));
  }

  private record Deciding(ItemCommand command) implements Decision<Item, PurchaseItemListed> {

    @Override
    public List<PurchaseItemListed> decide(Item item) {
      return item.decide(command);
    }

    @Override
    public Item keep(Item after, List<? extends PurchaseItemListed> facts) {
      return after.keep(command);
    }
  }
}
