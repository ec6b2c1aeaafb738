package org.threefold.needs.help;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.threefold.events.HelpRequestId;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.Versioned;
import org.threefold.needs.desk.CameOfIt;
import org.threefold.needs.desk.Desk;
import org.threefold.needs.desk.DeskQuery;
import org.threefold.needs.desk.DeskWords;
import org.threefold.needs.need.Needs;
import org.threefold.needs.need.Raise;
import org.threefold.needs.unit.UnitNumber;

/** Help requests over HTTP. */
@RestController
@RequestMapping(HelpHttp.PATH)
class HelpHttp {

  static final String PATH = "/api/v1/help-requests";

  private final HelpRequests requests;
  private final HelpTimes times;
  private final Needs needs;
  private final Desk desk;
  private final DeskWords words;

  HelpHttp(HelpRequests requests, HelpTimes times, Needs needs, Desk desk, DeskWords words) {
    this.requests = requests;
    this.times = times;
    this.needs = needs;
    this.desk = desk;
    this.words = words;
  }

  @PostMapping
  @May("help-request.receive")
  ResponseEntity<HelpView> receive(@Valid @RequestBody HelpBody.Receive body, Request request) {
    Desk.Arrival arrival =
        desk.arrival(body.unit(), body.residentRef(), body.receivedAt(), request);
    var command =
        new HelpCommand.Receive(
            body.unit(),
            body.channel(),
            body.urgency(),
            arrival.at(),
            times.end(body.urgency(), arrival.at()),
            body.residentRef(),
            body.words(),
            arrival.open(),
            arrival.earliest(),
            arrival.now());
    Versioned<HelpRequest> made = requests.receive(command, request.cause());
    return Answer.created(made, PATH + "/" + made.id(), it -> shown(it, request.actor()));
  }

  @PostMapping("/{id}/respond")
  @May("help-request.respond")
  ResponseEntity<HelpView> respond(
      @PathVariable HelpRequestId id, @Valid @RequestBody HelpBody.Respond body, Request request) {
    Instant now = request.cause().at();
    var command =
        new HelpCommand.Respond(
            Objects.requireNonNullElse(body.at(), now),
            request.actor().subject(),
            body.words(),
            now);
    return decided(id, command, request);
  }

  @PostMapping("/{id}/close")
  @May("help-request.close")
  ResponseEntity<HelpView> close(
      @PathVariable HelpRequestId id, @Valid @RequestBody HelpBody.Close body, Request request) {
    request.mustCover(UnitNumber.divisionOf(id), id);
    NeedId need = body.need();
    boolean seen = need != null && needs.wasRaisedAt(need, requests.taken(id).unit());
    var came = new CameOfIt(body.outcome(), need, seen);
    return decided(id, new HelpCommand.Close(came, body.words()), request);
  }

  @PostMapping("/{id}/raise-need")
  @May("help-request.close")
  ResponseEntity<HelpView> raiseNeed(
      @PathVariable HelpRequestId id,
      @Valid @RequestBody HelpBody.RaiseNeed body,
      Request request) {
    request.mustCover(UnitNumber.divisionOf(id), id);
    Taken call = requests.taken(id);
    ResidentRef resident = call.resident();
    var raised =
        new Raise(
            call.unit(),
            call.channel(),
            resident == null ? new ResidentRef("R-" + UUID.randomUUID()) : resident,
            body.ageBand(),
            body.groups(),
            body.text(),
            call.day(),
            desk.isOpen(call.unit(), request));
    Versioned<HelpRequest> now = requests.raiseNeed(id, raised, request.cause());
    return Answer.of(now, it -> shown(it, request.actor()));
  }

  @GetMapping("/{id}")
  @May("help-request.read")
  ResponseEntity<HelpView> one(@PathVariable HelpRequestId id, Actor actor) {
    return requests
        .find(id)
        .filter(_ -> actor.covers(UnitNumber.divisionOf(id)))
        .map(found -> Answer.of(found, it -> shown(it, actor)))
        .orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("help-request.read")
  List<HelpView> list(
      @RequestParam(required = false) @Nullable StationId unit,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable HelpRequestId after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    List<String> states = DeskQuery.states(open, Taken.State.class, Taken.State.CLOSED);
    var query = new DeskQuery(actor.area(), unit, day, states);
    return requests.page(query.filter(), after, limit).stream()
        .map(it -> shown(it, actor))
        .toList();
  }

  private ResponseEntity<HelpView> decided(HelpRequestId id, HelpCommand command, Request request) {
    request.mustCover(UnitNumber.divisionOf(id), id);
    Versioned<HelpRequest> now = requests.decide(id, request.cause(), command);
    return Answer.of(now, it -> shown(it, request.actor()));
  }

  private HelpView shown(HelpRequest request, Actor actor) {
    Taken it = (Taken) request;
    return HelpView.of(
        it,
        it.division().town().covers(actor.area()),
        words.shown(it.request(), it.division(), it.resident(), actor));
  }
}
