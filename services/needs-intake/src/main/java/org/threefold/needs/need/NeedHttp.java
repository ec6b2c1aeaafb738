package org.threefold.needs.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
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
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.calendar.CountyTime;
import org.threefold.events.DeptCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.NeedStep;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.Versioned;
import org.threefold.needs.NeedsSettings;
import org.threefold.needs.resident.Residents;
import org.threefold.needs.supply.Availability;
import org.threefold.needs.supply.Departments;
import org.threefold.needs.supply.Supplies;
import org.threefold.needs.unit.UnitNumber;
import org.threefold.needs.unit.Units;

/** Needs over HTTP. What a decision has to know of others is looked up here. */
@RestController
@RequestMapping(NeedHttp.PATH)
class NeedHttp {

  static final String PATH = "/api/v1/needs";

  private final Needs needs;
  private final Units units;
  private final Supplies supplies;
  private final Departments departments;
  private final Times times;
  private final NeedsSettings settings;
  private final Residents residents;
  private final Words words;

  NeedHttp(
      Needs needs,
      Units units,
      Supplies supplies,
      Departments departments,
      Times times,
      NeedsSettings settings,
      Residents residents,
      Words words) {
    this.residents = residents;
    this.words = words;
    this.needs = needs;
    this.units = units;
    this.supplies = supplies;
    this.departments = departments;
    this.times = times;
    this.settings = settings;
  }

  @PostMapping
  @May("need.collect")
  ResponseEntity<NeedView> collect(@Valid @RequestBody NeedBody.Collect body, Request request) {
    Who.of(request).mustReach(body.unit());
    var raised =
        new Raise(
            body.unit(),
            body.channel(),
            residentOf(body, request),
            body.ageBand(),
            body.groups(),
            body.text(),
            body.collectedOn(),
            units.isOpen(body.unit(), today(request)));
    var command = raised.collect(times, request.cause().at(), Who.of(request).resident(), null);
    Versioned<Need> made = needs.collect(command, request.cause());
    return Answer.created(made, PATH + "/" + made.id(), need -> shown(need, request.actor()));
  }

  /** Somebody who is registered, or somebody of whom nothing is known. */
  private ResidentRef residentOf(NeedBody.Collect body, Request request) {
    ResidentRef given = body.residentRef();
    if (given == null) {
      return new ResidentRef("R-" + UUID.randomUUID());
    }
    if (Who.of(request).resident() != null) {
      throw new Refused("NEED-029", given); // Residents are not told of references.
    }
    residents.mustTake(given, request.actor());
    return given;
  }

  @PostMapping("/{id}/sort")
  @May("need.sort")
  ResponseEntity<NeedView> sort(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Sort body, Request request) {
    mustCover(id, request);
    return answer(needs.sort(id, body.category(), request.cause()), request.actor());
  }

  @PostMapping("/{id}/merge-into")
  @May("need.merge")
  ResponseEntity<NeedView> mergeInto(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.MergeInto body, Request request) {
    mustCover(id, request);
    return answer(needs.merge(id, body.into(), request.cause()), request.actor());
  }

  @PostMapping("/{id}/escalate")
  @May("need.escalate")
  ResponseEntity<NeedView> escalate(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Escalate body, Request request) {
    boolean open = units.isOpen(body.to(), today(request));
    return decided(id, new NeedCommand.Escalate(body.to(), open), request);
  }

  @PostMapping("/{id}/return-to-room")
  @May("need.return")
  ResponseEntity<NeedView> returnToRoom(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.ReturnToRoom body, Request request) {
    return decided(id, new NeedCommand.ReturnToRoom(body.reason(), body.note()), request);
  }

  @PostMapping("/{id}/analyse")
  @May("need.analyse")
  ResponseEntity<NeedView> analyse(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Analyse body, Request request) {
    var command =
        new NeedCommand.Analyse(
            body.urgency(), body.persons(), body.feasibility(), body.evidence());
    return decided(id, command, request);
  }

  @PostMapping("/{id}/match")
  @May("need.match")
  ResponseEntity<NeedView> match(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Match body, Request request) {
    var command =
        new NeedCommand.Match(
            body.supplierType(),
            body.supplier(),
            body.sufficient(),
            availability(id, body, request));
    return decided(id, command, request);
  }

  @PostMapping("/{id}/route")
  @May("need.route")
  ResponseEntity<NeedView> route(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Route body, Request request) {
    mustCover(id, request);
    var command =
        new NeedCommand.RouteBy(body.route(), handover(body, request), toCase(id, body, request));
    return answer(needs.route(id, command, request.cause()), request.actor());
  }

  private NeedCommand.RouteBy.@Nullable ToCase toCase(
      NeedId id, NeedBody.Route body, Request request) {
    String worker = body.worker();
    LocalDate consentOn = body.consentOn();
    ConsentBy consentBy = body.consentBy();
    if (worker == null || consentOn == null || consentBy == null) {
      return null;
    }
    Actor actor = request.actor();
    var unit = new StationId("ST-" + UnitNumber.divisionOf(id).town());
    boolean entitled =
        (actor.is(Role.RM_WORKER) || actor.is(Role.TST_WORKER))
            && units.mayLeadCases(unit, worker, today(request));
    return new NeedCommand.RouteBy.ToCase(
        unit, worker, entitled, consentOn, consentBy, today(request), actor.subject());
  }

  private NeedCommand.RouteBy.@Nullable Handover handover(NeedBody.Route body, Request request) {
    DeptCode to = body.to();
    if (to == null) {
      return null;
    }
    return new NeedCommand.RouteBy.Handover(
        to,
        departments.has(to),
        Boolean.TRUE.equals(body.consent()),
        body.note(),
        times.end(NeedStep.ANSWER_REFERRAL, request.cause().at()));
  }

  @PostMapping("/{id}/answer-referral")
  @May("need.answer-referral")
  ResponseEntity<NeedView> answerReferral(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.AnswerReferral body, Request request) {
    var command =
        new NeedCommand.AnswerReferral(request.actor().dept(), body.accepted(), body.note());
    return decided(id, command, request);
  }

  @PostMapping("/{id}/complete")
  @May("need.complete")
  ResponseEntity<NeedView> complete(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Complete body, Request request) {
    return decided(id, new NeedCommand.Complete(body.note()), request);
  }

  @PostMapping("/{id}/decline")
  @May("need.decline")
  ResponseEntity<NeedView> decline(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Decline body, Request request) {
    return decided(id, new NeedCommand.Decline(body.reason(), body.appealNote()), request);
  }

  @PostMapping("/{id}/give-feedback")
  @May("need.give-feedback")
  ResponseEntity<NeedView> giveFeedback(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.GiveFeedback body, Request request) {
    var command =
        new NeedCommand.GiveFeedback(
            body.channel(),
            body.on(),
            body.text(),
            today(request),
            request.cause().at().plus(settings.autoCloseAfter()));
    return decided(id, command, request);
  }

  @PostMapping("/{id}/confirm")
  @May("need.confirm")
  ResponseEntity<NeedView> confirm(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Confirm body, Request request) {
    String resident = Who.of(request).resident();
    return answered(id, new NeedCommand.Confirm(body.rating(), resident), resident, request);
  }

  @PostMapping("/{id}/dispute")
  @May("need.dispute")
  ResponseEntity<NeedView> dispute(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Dispute body, Request request) {
    String resident = Who.of(request).resident();
    var command = new NeedCommand.Dispute(body.reason(), body.text(), resident);
    return answered(id, command, resident, request);
  }

  /** A resident is where the need was raised, not where the resident lives. */
  private ResponseEntity<NeedView> answered(
      NeedId id, NeedCommand command, @Nullable String resident, Request request) {
    return resident == null
        ? decided(id, command, request)
        : answer(needs.decide(id, request.cause(), command), request.actor());
  }

  @PostMapping("/{id}/reopen")
  @May("need.reopen")
  ResponseEntity<NeedView> reopen(
      @PathVariable NeedId id, @Valid @RequestBody NeedBody.Reopen body, Request request) {
    var command =
        new NeedCommand.Reopen(
            body.reason(), body.note(), request.cause().at(), times.reopenWithin());
    return decided(id, command, request);
  }

  @GetMapping("/{id}")
  @May("need.read")
  ResponseEntity<NeedView> one(@PathVariable NeedId id, Actor actor) {
    return needs
        .find(id)
        .filter(found -> Sight.of(actor).covers(found.state()))
        .map(found -> answer(found, actor))
        .orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("need.read")
  List<NeedView> list(
      @RequestParam(required = false) @Nullable StationId unit,
      @RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @Nullable NeedCategory category,
      @RequestParam(required = false) @Nullable DeptCode referredTo,
      @RequestParam(required = false) @Nullable NeedId after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    var query =
        new NeedQuery(actor.area(), unit, status, category, Sight.of(actor).referredTo(referredTo));
    return words.shown(needs.page(query, after, limit), actor);
  }

  private Availability availability(NeedId id, NeedBody.Match body, Request request) {
    return needs
        .find(id)
        .map(found -> ((Recorded) found.state()).origin())
        .map(it -> Sought.wanted(it, request.cause().at()))
        .map(wanted -> supplies.availability(body.supplierType(), body.supplier(), wanted))
        .orElse(Availability.NEVER);
  }

  private ResponseEntity<NeedView> decided(NeedId id, NeedCommand command, Request request) {
    mustCover(id, request);
    return answer(needs.decide(id, request.cause(), command), request.actor());
  }

  private static void mustCover(NeedId id, Request request) {
    request.mustCover(UnitNumber.divisionOf(id), id);
  }

  private ResponseEntity<NeedView> answer(Versioned<Need> found, Actor actor) {
    return Answer.of(found, need -> shown(need, actor));
  }

  private NeedView shown(Need need, Actor actor) {
    return words.shown(List.of(need), actor).getFirst();
  }

  private static LocalDate today(Request request) {
    return CountyTime.dayOf(request.cause().at());
  }
}
