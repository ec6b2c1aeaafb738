package org.threefold.needs.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
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
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.StationId;
import org.threefold.events.VisitId;
import org.threefold.messaging.Versioned;
import org.threefold.needs.desk.CameOfIt;
import org.threefold.needs.desk.Desk;
import org.threefold.needs.desk.DeskQuery;
import org.threefold.needs.desk.DeskWords;
import org.threefold.needs.need.Needs;
import org.threefold.needs.unit.UnitNumber;

/** The visit log over HTTP. */
@RestController
@RequestMapping(VisitHttp.PATH)
class VisitHttp {

  static final String PATH = "/api/v1/visits";

  private final Visits visits;
  private final Needs needs;
  private final Desk desk;
  private final DeskWords words;

  VisitHttp(Visits visits, Needs needs, Desk desk, DeskWords words) {
    this.visits = visits;
    this.needs = needs;
    this.desk = desk;
    this.words = words;
  }

  @PostMapping
  @May("visit.receive")
  ResponseEntity<VisitView> receive(@Valid @RequestBody VisitBody.Receive body, Request request) {
    Desk.Arrival arrival =
        desk.arrival(body.unit(), body.residentRef(), body.receivedAt(), request);
    if (body.outcome() == null && body.need() != null) {
      throw new Refused("NEED-032", "–", body.need());
    }
    var command =
        new VisitCommand.Receive(
            body.unit(),
            body.purpose(),
            arrival.at(),
            request.actor().subject(),
            body.residentRef(),
            body.outcome() == null ? null : came(body.outcome(), body.need(), body.unit()),
            body.words(),
            arrival.open(),
            arrival.earliest(),
            arrival.now());
    Versioned<Visit> made = visits.receive(command, request.cause());
    return Answer.created(made, PATH + "/" + made.id(), it -> shown(it, request.actor()));
  }

  @PostMapping("/{id}/complete")
  @May("visit.complete")
  ResponseEntity<VisitView> complete(
      @PathVariable VisitId id, @Valid @RequestBody VisitBody.Complete body, Request request) {
    request.mustCover(UnitNumber.divisionOf(id), id);
    Logged seen = (Logged) found(id).state();
    var command =
        new VisitCommand.Complete(
            came(body.outcome(), body.need(), seen.unit()), body.words(), request.cause().at());
    Versioned<Visit> now = visits.decide(id, request.cause(), command);
    return Answer.of(now, it -> shown(it, request.actor()));
  }

  @GetMapping("/{id}")
  @May("visit.read")
  ResponseEntity<VisitView> one(@PathVariable VisitId id, Actor actor) {
    if (!actor.covers(UnitNumber.divisionOf(id))) {
      throw new NotFound(id);
    }
    return Answer.of(found(id), it -> shown(it, actor));
  }

  @GetMapping
  @May("visit.read")
  List<VisitView> list(
      @RequestParam(required = false) @Nullable StationId unit,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable VisitId after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    List<String> states = DeskQuery.states(open, Logged.State.class, Logged.State.COMPLETED);
    var query = new DeskQuery(actor.area(), unit, day, states);
    return visits.page(query.filter(), after, limit).stream().map(it -> shown(it, actor)).toList();
  }

  private CameOfIt came(DeskOutcome outcome, @Nullable NeedId need, StationId unit) {
    return new CameOfIt(outcome, need, need != null && needs.wasRaisedAt(need, unit));
  }

  private Versioned<Visit> found(VisitId id) {
    return visits.find(id).orElseThrow(() -> new NotFound(id));
  }

  private VisitView shown(Visit visit, Actor actor) {
    Logged it = (Logged) visit;
    return VisitView.of(
        it,
        it.division().town().covers(actor.area()),
        words.shown(it.visit(), it.division(), it.resident(), actor));
  }
}
