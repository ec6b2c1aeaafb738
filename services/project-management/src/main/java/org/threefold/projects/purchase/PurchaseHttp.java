package org.threefold.projects.purchase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.events.DeptCode;
import org.threefold.events.EstablishmentType;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.events.SourceSystem;

/**
 * The guide and the purchasers over HTTP; they are the whole county's, so every reader sees all.
 */
@RestController
@RequestMapping("/api/v1")
class PurchaseHttp {

  private final Purchases purchases;

  PurchaseHttp(Purchases purchases) {
    this.purchases = purchases;
  }

  /** A version of the guide, and the day from which it applies. */
  record NewGuide(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}") String guide,
      @NotNull LocalDate effectiveFrom) {}

  /** A department that wants to buy. */
  record NewPurchaser(
      @NotNull DeptCode dept,
      @NotBlank @Size(max = 60) String name,
      @NotNull EstablishmentType establishment,
      @NotNull SourceSystem sourceSystem) {}

  @PostMapping("/guides")
  @May("guide.publish")
  ResponseEntity<PurchaseGuidePublished> publish(
      @Valid @RequestBody NewGuide body, Request request) {
    var made =
        purchases.publish(
            new PurchaseGuidePublished(body.guide(), body.effectiveFrom()), request.cause());
    return Answer.created(made, "/api/v1/guides/" + body.guide(), PurchaseHttp::shown);
  }

  @PostMapping("/purchasers")
  @May("purchaser.register")
  ResponseEntity<PurchaserRegistered> register(
      @Valid @RequestBody NewPurchaser body, Request request) {
    var made =
        purchases.register(
            new PurchaserRegistered(
                body.dept(), body.name(), body.establishment(), body.sourceSystem().value()),
            request.cause());
    return Answer.created(made, "/api/v1/purchasers/" + body.dept(), PurchaseHttp::shown);
  }

  @GetMapping("/guides/{guide}")
  @May("guide.read")
  PurchaseGuidePublished guide(@PathVariable String guide) {
    return purchases.guide(guide).orElseThrow(() -> new NotFound(guide));
  }

  @GetMapping("/purchasers/{dept}")
  @May("purchaser.read")
  PurchaserRegistered purchaser(@PathVariable DeptCode dept) {
    return purchases.purchaser(dept).orElseThrow(() -> new NotFound(dept));
  }

  @GetMapping("/guides")
  @May("guide.read")
  List<PurchaseGuidePublished> guides(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return purchases.guides(after, limit).stream().map(PurchaseHttp::shown).toList();
  }

  @GetMapping("/purchasers")
  @May("purchaser.read")
  List<PurchaserRegistered> purchasers(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return purchases.purchasers(after, limit).stream().map(PurchaseHttp::shown).toList();
  }

  private static PurchaseGuidePublished shown(Guide guide) {
    return Objects.requireNonNull(guide.published());
  }

  private static PurchaserRegistered shown(Purchaser purchaser) {
    return Objects.requireNonNull(purchaser.registered());
  }
}
