package org.threefold.needs.casework;

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
import org.threefold.calendar.CountyTime;
import org.threefold.events.CaseId;
import org.threefold.events.StationId;
import org.threefold.messaging.Versioned;
import org.threefold.needs.casework.CaseCommand.Assess.Interview;
import org.threefold.needs.casework.CaseCommand.Draft;
import org.threefold.needs.casework.CaseCommand.Goal;

/** Cases over HTTP. They are opened by routing a need. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseHttp {

  private final Cases cases;
  private final Endings endings;

  CaseHttp(Cases cases, Endings endings) {
    this.cases = cases;
    this.endings = endings;
  }

  @PostMapping("/{id}/assess")
  @May("case.work")
  ResponseEntity<CaseView> assess(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Assess body, Request request) {
    List<Interview> interviews =
        body.interviews().stream().map(it -> new Interview(it.on(), it.text())).toList();
    var command =
        new CaseCommand.Assess(
            interviews, body.problem(), body.strengths(), body.risk(), today(request));
    return worked(id, command, request);
  }

  @PostMapping("/{id}/plan")
  @May("case.work")
  ResponseEntity<CaseView> plan(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Plan body, Request request) {
    var draft = new Draft(goals(body.goals()), body.from(), body.until(), body.signed());
    return worked(id, new CaseCommand.AgreePlan(draft), request);
  }

  @PostMapping("/{id}/revise-plan")
  @May("case.work")
  ResponseEntity<CaseView> revisePlan(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.RevisePlan body, Request request) {
    var draft = new Draft(goals(body.goals()), body.from(), body.until(), body.signed());
    return worked(id, new CaseCommand.RevisePlan(draft, body.reason()), request);
  }

  private static List<Goal> goals(List<CaseBody.Goal> goals) {
    return goals.stream().map(it -> new Goal(it.text(), it.measure(), it.by())).toList();
  }

  @PostMapping("/{id}/intervene")
  @May("case.work")
  ResponseEntity<CaseView> intervene(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Intervene body, Request request) {
    var command =
        new CaseCommand.Intervene(
            body.on(), body.method(), body.minutes(), body.text(), today(request));
    return worked(id, command, request);
  }

  @PostMapping("/{id}/evaluate")
  @May("case.work")
  ResponseEntity<CaseView> evaluate(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Evaluate body, Request request) {
    var command = new CaseCommand.Evaluate(body.scores(), body.clientScore(), body.text());
    return worked(id, command, request);
  }

  @PostMapping("/{id}/close")
  @May("case.work")
  ResponseEntity<CaseView> close(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Close body, Request request) {
    return worked(id, new CaseCommand.Close(body.reason(), body.note()), request);
  }

  @PostMapping("/{id}/countersign")
  @May("case.countersign")
  ResponseEntity<CaseView> countersign(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Countersign body, Request request) {
    seen(id, request.actor());
    return decided(id, new CaseCommand.Countersign(request.actor().subject()), request);
  }

  @PostMapping("/{id}/refer")
  @May("case.work")
  ResponseEntity<CaseView> refer(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.Refer body, Request request) {
    var command = new CaseCommand.Refer(body.receiver(), body.to(), body.consent(), body.summary());
    return worked(id, command, request);
  }

  @PostMapping("/{id}/stop-early")
  @May("case.work")
  ResponseEntity<CaseView> stopEarly(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.StopEarly body, Request request) {
    return worked(id, new CaseCommand.StopEarly(body.reason(), body.note()), request);
  }

  @PostMapping("/{id}/follow-up")
  @May("case.work")
  ResponseEntity<CaseView> followUp(
      @PathVariable CaseId id, @Valid @RequestBody CaseBody.FollowUp body, Request request) {
    var command =
        new CaseCommand.LookAgain(
            body.months(), body.on(), body.lasts(), body.text(), today(request));
    return worked(id, command, request);
  }

  @GetMapping("/{id}")
  @May("case.read")
  ResponseEntity<CaseView> one(@PathVariable CaseId id, Actor actor) {
    return answer(seen(id, actor), actor);
  }

  @GetMapping
  @May("case.read")
  List<CaseView> list(
      @RequestParam(required = false) @Nullable StationId unit,
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable String worker,
      @RequestParam(required = false) @Nullable CaseId after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return cases.page(actor.area(), unit, stage, worker, after, limit).stream()
        .map(CaseView::outside)
        .toList();
  }

  /** Only the social workers of the unit whose case it is. */
  private ResponseEntity<CaseView> worked(CaseId id, CaseCommand command, Request request) {
    Actor actor = request.actor();
    CaseFile file = (CaseFile) seen(id, actor).state();
    if (!file.unit().equals(actor.unit())) {
      throw new Refused("NEED-020", actor.label(), file.unit());
    }
    return decided(id, command, request);
  }

  private ResponseEntity<CaseView> decided(CaseId id, CaseCommand command, Request request) {
    String hand = request.actor().subject();
    Versioned<Case> done = cases.decide(id, command, hand, request.cause());
    return answer(endings.tell(done, request.cause().beside("ended")), request.actor());
  }

  private Versioned<Case> seen(CaseId id, Actor actor) {
    return cases
        .find(id)
        .filter(it -> actor.covers(((CaseFile) it.state()).unit().division()))
        .orElseThrow(() -> new NotFound(id));
  }

  private ResponseEntity<CaseView> answer(Versioned<Case> found, Actor actor) {
    return Answer.of(
        found,
        state -> {
          CaseFile it = (CaseFile) state;
          return CaseView.isNear(it, actor)
              ? CaseView.of((CaseFile) cases.opened(it))
              : CaseView.outside(it);
        });
  }

  private static LocalDate today(Request request) {
    return CountyTime.dayOf(request.cause().at());
  }
}
