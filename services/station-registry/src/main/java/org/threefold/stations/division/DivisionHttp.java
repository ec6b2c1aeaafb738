package org.threefold.stations.division;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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
import org.threefold.events.DivisionCode;

/** The map over HTTP. */
@RestController
@RequestMapping("/api/v1/divisions")
class DivisionHttp {

  private final Divisions divisions;

  DivisionHttp(Divisions divisions) {
    this.divisions = divisions;
  }

  /** A new division. */
  record NewDivision(
      @NotNull DivisionCode code,
      @NotBlank @Size(max = 60) String name,
      @NotNull LocalDate validFrom,
      boolean provisional) {}

  @PostMapping
  @May("division.register")
  ResponseEntity<Division> register(@Valid @RequestBody NewDivision body, Request request) {
    var made =
        divisions.register(
            body.code(), body.name(), body.validFrom(), body.provisional(), request.cause());
    return Answer.created(made, "/api/v1/divisions/" + body.code(), Function.identity());
  }

  @GetMapping("/{code}")
  @May("division.read")
  ResponseEntity<Division> one(@PathVariable DivisionCode code, Actor actor) {
    return divisions
        .versioned(code)
        .filter(_ -> actor.covers(code))
        .map(found -> Answer.of(found, Function.<Division>identity()))
        .orElseThrow(() -> new NotFound(code));
  }

  @GetMapping
  @May("division.read")
  List<Division> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return divisions.page(actor.area(), after, limit);
  }
}
