package org.threefold.projects.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.projects.work.WaitingNeed.Status;

/** The work list over HTTP: everybody sees the needs of their area. */
@RestController
@RequestMapping("/api/v1/waiting-needs")
class WaitingNeedHttp {

  private final WaitingNeeds needs;

  WaitingNeedHttp(WaitingNeeds needs) {
    this.needs = needs;
  }

  @GetMapping
  @May("waiting-need.read")
  List<WaitingNeed> list(
      @RequestParam(defaultValue = "WAITING") Status status,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return needs.page(actor.area(), status, after, limit);
  }
}
