package org.threefold.oversight.place;

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

/** Units and divisions of the reader's area, for names instead of codes. */
@RestController
@RequestMapping("/api/v1")
class PlaceHttp {

  private final Places places;

  PlaceHttp(Places places) {
    this.places = places;
  }

  @GetMapping("/units")
  @May("place.read")
  List<Unit> units(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return places.units(actor.area(), after, limit);
  }

  @GetMapping("/divisions")
  @May("place.read")
  List<Division> divisions(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return places.divisions(actor.area(), after, limit);
  }
}
