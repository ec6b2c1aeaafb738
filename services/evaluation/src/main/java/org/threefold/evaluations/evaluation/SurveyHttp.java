package org.threefold.evaluations.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
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
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.evaluation.Evaluation.Survey;
import org.threefold.evaluations.survey.Answers;
import org.threefold.evaluations.survey.Tokens;
import org.threefold.events.EvaluationId;

/** The survey over HTTP: tokens are handed out, answers come in, the count is taken. */
@RestController
@RequestMapping("/api/v1/evaluations")
class SurveyHttp {

  private final Evaluations evaluations;
  private final Tokens tokens;

  SurveyHttp(Evaluations evaluations, Tokens tokens) {
    this.evaluations = evaluations;
    this.tokens = tokens;
  }

  /** What a beneficiary says, 1 to 5 each, on the strength of a token. */
  record NewAnswer(
      @NotBlank @Size(max = 40) String token,
      @Min(1) @Max(5) int overall,
      @Min(1) @Max(5) int gain,
      @Min(1) @Max(5) int happiness,
      @Min(1) @Max(5) int security,
      @Min(1) @Max(5) int recommend) {}

  /** That an answer was counted, and nothing of what it said. */
  record Receipt(EvaluationId evaluation, boolean counted) {}

  /** Whether those who have not answered had their time. */
  record Closing(boolean windowEnded) {}

  @GetMapping("/{id}/tokens")
  @May("survey.manage")
  List<String> tokens(
      @PathVariable EvaluationId id,
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int after,
      @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit,
      Actor actor) {
    Case known = evaluations.get(id);
    if (!actor.covers(Evaluations.divisionOf(known.project()))) {
      throw new NotFound(id);
    }
    return tokens.list(id, survey(known).population(), after, limit);
  }

  /** Needs no area: a token of this survey is all it takes, and nothing is shown. */
  @PostMapping("/{id}/answers")
  @May("survey.answer")
  ResponseEntity<Receipt> answer(
      @PathVariable EvaluationId id, @Valid @RequestBody NewAnswer body, Request request) {
    Case known = evaluations.get(id);
    int token =
        tokens
            .numberOf(id, survey(known).population(), body.token())
            .orElseThrow(() -> new Refused("EVAL-011"));
    var answer =
        new Answers.Answer(
            body.overall(), body.gain(), body.happiness(), body.security(), body.recommend());
    evaluations.answer(known, token, answer, request.cause());
    return ResponseEntity.status(HttpStatus.CREATED).body(new Receipt(id, true));
  }

  @PostMapping("/{id}/close-survey")
  @May("survey.manage")
  ResponseEntity<EvaluationView> close(
      @PathVariable EvaluationId id, @Valid @RequestBody Closing body, Request request) {
    Case known = evaluations.get(id);
    request.mustCover(Evaluations.divisionOf(known.project()), id);
    return Answer.of(
        evaluations.closeSurvey(known, body.windowEnded(), request.cause()), EvaluationView::of);
  }

  private static Survey survey(Case known) {
    Survey survey = known.legs().survey();
    if (survey == null) {
      throw new Refused("EVAL-033", known.evaluation());
    }
    return survey;
  }
}
