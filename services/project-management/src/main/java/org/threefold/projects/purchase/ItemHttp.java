package org.threefold.projects.purchase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.ItemCode;
import org.threefold.events.ProjectEvent.PurchaseItemListed;

/** The purchase list over HTTP: proposed by departments, approved by civil affairs and finance. */
@RestController
@RequestMapping("/api/v1/items")
class ItemHttp {

  private static final long MOST_FEN = 100_000_000_000L;

  private final Purchases purchases;

  ItemHttp(Purchases purchases) {
    this.purchases = purchases;
  }

  /** An item to be listed; prices per unit, in fen. */
  record NewItem(
      @NotNull ItemCode item,
      @NotNull DeptCode dept,
      @NotBlank @Size(max = 80) String name,
      @NotBlank @Size(max = 20) String unit,
      @Positive @Max(MOST_FEN) long priceMinFen,
      @Positive @Max(MOST_FEN) long priceMaxFen,
      @NotNull LocalDate effectiveFrom,
      @Nullable NegativeReason negative) {}

  /** An item as readers see it: who has agreed, but not by whom. */
  record ItemView(
      ItemCode item,
      DeptCode dept,
      String name,
      String unit,
      long priceMinFen,
      long priceMaxFen,
      LocalDate effectiveFrom,
      List<Item.Side> approvals,
      boolean listed) {

    static ItemView of(Item item) {
      PurchaseItemListed it = Objects.requireNonNull(item.proposed());
      return new ItemView(
          it.item(),
          it.dept(),
          it.name(),
          it.unit(),
          it.priceMinFen(),
          it.priceMaxFen(),
          it.effectiveFrom(),
          item.approvals().stream().map(Item.Approval::side).toList(),
          item.isListed());
    }
  }

  @PostMapping
  @May("item.propose")
  ResponseEntity<ItemView> propose(@Valid @RequestBody NewItem body, Request request) {
    Actor actor = request.actor();
    if (!actor.is(Role.CAB) && !body.dept().equals(actor.dept())) {
      throw new NotFound(body.dept());
    }
    var item =
        new PurchaseItemListed(
            body.item(),
            body.dept(),
            body.name(),
            body.unit(),
            body.priceMinFen(),
            body.priceMaxFen(),
            body.effectiveFrom());
    var made = purchases.propose(item, body.negative(), request.cause());
    return Answer.created(made, "/api/v1/items/" + body.item(), ItemView::of);
  }

  @PostMapping("/{item}/approve")
  @May("item.approve")
  ResponseEntity<ItemView> approve(@PathVariable ItemCode item, Request request) {
    Actor actor = request.actor();
    Item.Side side = actor.is(Role.FINANCE) ? Item.Side.FINANCE : Item.Side.CAB;
    return Answer.of(purchases.approve(item, side, actor.subject(), request.cause()), ItemView::of);
  }

  @GetMapping("/{item}")
  @May("item.read")
  ItemView one(@PathVariable ItemCode item) {
    return purchases.find(item).map(ItemView::of).orElseThrow(() -> new NotFound(item));
  }

  @GetMapping
  @May("item.read")
  List<ItemView> list(
      @RequestParam(required = false) @Nullable DeptCode dept,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return purchases.items(dept, after, limit).stream().map(ItemView::of).toList();
  }
}
