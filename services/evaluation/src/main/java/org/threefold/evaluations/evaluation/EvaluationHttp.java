package org.threefold.evaluations.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.calendar.CountyTime;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.surroundings.Project;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluatorId;
import org.threefold.events.Severity;
import org.threefold.messaging.Versioned;

/**
 * Evaluations over HTTP: the third party, the government, the score. Residents answer in {@link
 * SurveyHttp}.
 */
@RestController
@RequestMapping("/api/v1/evaluations")
class EvaluationHttp {

  private final Evaluations evaluations;

  EvaluationHttp(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** Things that end a good result whatever the score says; domain §7.4. */
  enum RedLine {
    FALSE_RECORDS,
    MISUSE_OF_MONEY,
    SAFETY_ACCIDENT_BY_NEGLECT,
    HARM_TO_A_MINOR,
    DATA_LEAK,
    SUB_CONTRACTING
  }

  /** An agency, and the bodies it declares to share people, ownership or money with. */
  record Engagement(
      @NotNull EvaluatorId evaluator,
      @NotNull @Size(max = 100) List<@NotBlank @Size(max = 64) String> linkedBodies) {}

  /** A visit on a day. */
  record NewVisit(@NotNull LocalDate date) {}

  /** Something a visit found, to be mended by a day. */
  record NewFinding(
      @NotBlank @Size(max = 20) String visit, @NotNull Severity severity, @NotNull LocalDate due) {}

  /** A finding that was mended. */
  record Mended(@NotBlank @Size(max = 20) String finding) {}

  /** The professional judgement with the hash of its report. */
  record Assessment(
      @NotNull BigDecimal score, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String reportSha256) {}

  /** The government's judgement. */
  record Judgement(@NotNull BigDecimal score) {}

  /** What to mind when scoring. */
  record Scoring(@Nullable @Size(max = 6) List<@NotNull RedLine> redLines) {}

  @PostMapping("/{id}/engage-third-party")
  @May("evaluation.engage")
  ResponseEntity<EvaluationView> engage(
      @PathVariable EvaluationId id, @Valid @RequestBody Engagement body, Request request) {
    Case known = covered(id, request);
    return answer(
        evaluations.engage(known, body.evaluator(), body.linkedBodies(), request.cause()));
  }

  @PostMapping("/{id}/record-visit")
  @May("evaluation.visit")
  ResponseEntity<EvaluationView> visit(
      @PathVariable EvaluationId id, @Valid @RequestBody NewVisit body, Request request) {
    Case known = covered(id, request);
    Project project = evaluations.project(known);
    return decide(
        id,
        request,
        new EvaluationCommand.RecordVisit(
            request.actor().agency(),
            body.date(),
            project.startedOn(),
            project.contractEnd(),
            today(request)));
  }

  @PostMapping("/{id}/raise-finding")
  @May("evaluation.visit")
  ResponseEntity<EvaluationView> raise(
      @PathVariable EvaluationId id, @Valid @RequestBody NewFinding body, Request request) {
    covered(id, request);
    return decide(
        id,
        request,
        new EvaluationCommand.RaiseFinding(
            request.actor().agency(), body.visit(), body.severity(), body.due()));
  }

  @PostMapping("/{id}/close-finding")
  @May("evaluation.visit")
  ResponseEntity<EvaluationView> close(
      @PathVariable EvaluationId id, @Valid @RequestBody Mended body, Request request) {
    covered(id, request);
    return decide(
        id,
        request,
        new EvaluationCommand.CloseFinding(
            request.actor().agency(), body.finding(), today(request)));
  }

  @PostMapping("/{id}/submit-third-party")
  @May("evaluation.third-party")
  ResponseEntity<EvaluationView> thirdParty(
      @PathVariable EvaluationId id, @Valid @RequestBody Assessment body, Request request) {
    covered(id, request);
    return decide(
        id,
        request,
        new EvaluationCommand.SubmitThirdParty(
            request.actor().agency(), body.score(), body.reportSha256()));
  }

  @PostMapping("/{id}/submit-government")
  @May("evaluation.government")
  ResponseEntity<EvaluationView> government(
      @PathVariable EvaluationId id, @Valid @RequestBody Judgement body, Request request) {
    Case known = covered(id, request);
    return decide(
        id,
        request,
        new EvaluationCommand.SubmitGovernment(
            deptOf(request.actor()), evaluations.project(known).purchaser(), body.score()));
  }

  @PostMapping("/{id}/score")
  @May("evaluation.score")
  ResponseEntity<EvaluationView> score(
      @PathVariable EvaluationId id, @Valid @RequestBody Scoring body, Request request) {
    Case known = covered(id, request);
    boolean redLine = body.redLines() != null && !body.redLines().isEmpty();
    return answer(evaluations.score(known, redLine, request.cause()));
  }

  @PostMapping("/{id}/verify-rectification")
  @May("evaluation.rectification")
  ResponseEntity<EvaluationView> verify(@PathVariable EvaluationId id, Request request) {
    covered(id, request);
    return decide(id, request, new EvaluationCommand.VerifyRectification(today(request)));
  }

  @GetMapping("/{id}")
  @May("evaluation.read")
  ResponseEntity<EvaluationView> one(@PathVariable EvaluationId id, Actor actor) {
    Versioned<Evaluation> found = evaluations.find(id).orElseThrow(() -> new NotFound(id));
    if (!(found.state() instanceof Case known)
        || !Sight.sees(actor, known, evaluations.project(known))) {
      throw new NotFound(id);
    }
    return answer(found);
  }

  @GetMapping
  @May("evaluation.read")
  List<EvaluationView> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return evaluations
        .page(actor.area(), after, limit, (known, project) -> Sight.sees(actor, known, project))
        .stream()
        .map(EvaluationView::of)
        .toList();
  }

  private Case covered(EvaluationId id, Request request) {
    Case known = evaluations.get(id);
    request.mustCover(Evaluations.divisionOf(known.project()), id);
    return known;
  }

  private ResponseEntity<EvaluationView> decide(
      EvaluationId id, Request request, EvaluationCommand command) {
    return answer(evaluations.decide(id, request.cause(), command));
  }

  private static ResponseEntity<EvaluationView> answer(Versioned<Evaluation> evaluation) {
    return Answer.of(evaluation, EvaluationView::of);
  }

  private static LocalDate today(Request request) {
    return CountyTime.dayOf(request.cause().at());
  }

  /** CAB and finance speak for their bureau even if the token does not name it. */
  private static @Nullable DeptCode deptOf(Actor actor) {
    if (actor.dept() != null) {
      return actor.dept();
    }
    if (actor.is(Role.CAB)) {
      return new DeptCode("CAB");
    }
    return actor.is(Role.FINANCE) ? new DeptCode("FIN") : null;
  }
}
