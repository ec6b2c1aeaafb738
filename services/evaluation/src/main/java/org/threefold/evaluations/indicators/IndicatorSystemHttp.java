package org.threefold.evaluations.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;

/** The published weights over HTTP; they are the same for everybody. */
@RestController
@RequestMapping("/api/v1/indicator-systems")
class IndicatorSystemHttp {

  private final IndicatorSystems systems;

  IndicatorSystemHttp(IndicatorSystems systems) {
    this.systems = systems;
  }

  /** Weights to be published, in percent. */
  record NewWeights(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,39}") String system,
      @Min(0) @Max(100) int residentWeight,
      @Min(0) @Max(100) int thirdPartyWeight,
      @Min(0) @Max(100) int governmentWeight,
      @NotNull LocalDate effectiveFrom) {}

  @PostMapping
  @May("indicators.publish")
  ResponseEntity<IndicatorSystem> publish(@Valid @RequestBody NewWeights body, Request request) {
    var command =
        new IndicatorSystem.Publish(
            body.system(),
            body.residentWeight(),
            body.thirdPartyWeight(),
            body.governmentWeight(),
            body.effectiveFrom());
    return Answer.created(
        systems.publish(command, request.cause()),
        "/api/v1/indicator-systems/" + body.system(),
        Function.identity());
  }

  @GetMapping("/{system}")
  @May("indicators.read")
  ResponseEntity<IndicatorSystem> one(@PathVariable String system) {
    return systems
        .find(system)
        .map(found -> Answer.of(found, Function.<IndicatorSystem>identity()))
        .orElseThrow(() -> new NotFound(system));
  }
}
