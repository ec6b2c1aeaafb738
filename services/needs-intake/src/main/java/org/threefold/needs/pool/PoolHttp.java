package org.threefold.needs.pool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.needs.need.Needs;
import org.threefold.needs.need.OpenNeed;

/** The pools of a town over HTTP. They are read off the needs as they stand, and kept nowhere. */
@RestController
class PoolHttp {

  private final Needs needs;

  PoolHttp(Needs needs) {
    this.needs = needs;
  }

  @GetMapping("/api/v1/pools")
  @May("need.match")
  List<Pool> pools(
      @RequestParam @Pattern(regexp = "[0-9]{9}") String town,
      @RequestParam(required = false) @Nullable NeedCategory category,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    var where = new DivisionCode(town);
    if (!actor.covers(where)) {
      throw new NotFound(where);
    }
    Stream<NeedCategory> categories =
        category == null ? Arrays.stream(NeedCategory.values()) : Stream.of(category);
    List<OpenNeed> open = categories.flatMap(it -> needs.open(where, it).stream()).toList();
    return Pooling.of(open).stream().limit(limit).toList();
  }
}
