package org.threefold.oversight.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedId;

/** The needs of the reader's area over HTTP. */
@RestController
@RequestMapping("/api/v1/needs")
class NeedHttp {

  /** In which order a list comes. */
  enum Order {
    /** By id, for reading page after page. */
    ID,
    /** What changed last, first; one page only. */
    LATEST
  }

  private final Needs needs;

  NeedHttp(Needs needs) {
    this.needs = needs;
  }

  @GetMapping("/{id}")
  @May("need.read")
  Need one(@PathVariable NeedId id, Actor actor) {
    return needs.find(id.value(), actor).orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("need.read")
  List<Need> list(
      @RequestParam(required = false) @Nullable NeedStatus status,
      @RequestParam(required = false) @Nullable DivisionCode town,
      @RequestParam(required = false) @Size(max = 64) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(defaultValue = "ID") Order order,
      Actor actor) {
    Document filter = Needs.within(actor.area(), town);
    if (filter == null) {
      return List.of();
    }
    if (status != null) {
      filter.append("state.status", status.name());
    }
    return switch (order) {
      case ID -> needs.page(filter, after, limit);
      case LATEST -> needs.latest(filter, limit);
    };
  }
}
