package org.threefold.stations.station;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.threefold.events.EmployerKind;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.messaging.Versioned;

/** The units over HTTP. */
@RestController
@RequestMapping("/api/v1/stations")
class StationHttp {

  private final Stations stations;

  StationHttp(Stations stations) {
    this.stations = stations;
  }

  /** A unit to be planned; its id follows from type and division. */
  record NewStation(
      @NotNull StationType type,
      @NotBlank @Size(max = 60) String name,
      @NotNull DivisionCode division,
      @Nullable StationId parent) {}

  /** A person who joins; the reference is no name and no number of a person. */
  record NewStaff(
      @NotNull @Pattern(regexp = "[A-Z]{1,8}-[A-Za-z0-9-]{1,32}") String staffRef,
      @NotNull StaffCategory category,
      boolean fullTime,
      @NotNull EmployerKind employer,
      @NotNull LocalDate from) {}

  /** The day a unit opens. */
  record Opening(
      @NotNull LocalDate effective, boolean demonstration, @Nullable LocalDate waiverUntil) {}

  @PostMapping
  @May("station.plan")
  ResponseEntity<Station> plan(@Valid @RequestBody NewStation body, Request request) {
    request.mustCover(body.division(), body.division());
    var made =
        stations.plan(body.type(), body.name(), body.division(), body.parent(), request.cause());
    return Answer.created(made, "/api/v1/stations/" + made.id(), Function.identity());
  }

  @PostMapping("/{id}/assign-staff")
  @May("station.staff")
  ResponseEntity<Station> assign(
      @PathVariable StationId id, @Valid @RequestBody NewStaff body, Request request) {
    request.mustCover(id.division(), id);
    var command =
        new StationCommand.AssignStaff(
            body.staffRef(),
            body.category(),
            body.fullTime(),
            body.employer(),
            body.from(),
            stations.fullTimeElsewhere(body.staffRef(), id));
    return answer(stations.assign(id, command, request.cause()));
  }

  @PostMapping("/{id}/activate")
  @May("station.activate")
  ResponseEntity<Station> activate(
      @PathVariable StationId id, @Valid @RequestBody Opening body, Request request) {
    request.mustCover(id.division(), id);
    return answer(
        stations.activate(
            id, body.effective(), body.demonstration(), body.waiverUntil(), request.cause()));
  }

  @GetMapping("/{id}")
  @May("station.read")
  ResponseEntity<Station> one(@PathVariable StationId id, Actor actor) {
    return stations
        .versioned(id)
        .filter(_ -> actor.covers(id.division()))
        .map(StationHttp::answer)
        .orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("station.read")
  List<Station> list(
      @RequestParam(required = false) @Nullable StationType type,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return stations.page(actor.area(), type, after, limit);
  }

  private static ResponseEntity<Station> answer(Versioned<Station> station) {
    return Answer.of(station, Function.identity());
  }
}
