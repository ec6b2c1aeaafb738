package org.threefold.evaluations.evaluation;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.calendar.WorkingDays;
import org.threefold.evaluations.EvaluationSettings;
import org.threefold.evaluations.evaluation.Evaluation.Case;
import org.threefold.evaluations.evaluation.Evaluation.Survey;
import org.threefold.evaluations.indicators.IndicatorSystems;
import org.threefold.evaluations.surroundings.Project;
import org.threefold.evaluations.surroundings.Surroundings;
import org.threefold.evaluations.survey.Answers;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.EvaluatorId;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Versioned;

/** The evaluations of the county's projects. */
@Service
class Evaluations {

  private static final int PAGE = 200;

  private final Aggregates<Evaluation, EvaluationEvent> evaluations;
  private final Surroundings surroundings;
  private final IndicatorSystems indicators;
  private final Answers answers;
  private final WorkingDays workingDays;
  private final EvaluationSettings settings;

  Evaluations(
      AggregateStores stores,
      Deadlines deadlines,
      Surroundings surroundings,
      IndicatorSystems indicators,
      Answers answers,
      WorkingDays workingDays,
      EvaluationSettings settings) {
    this.surroundings = surroundings;
    this.indicators = indicators;
    this.answers = answers;
    this.workingDays = workingDays;
    this.settings = settings;
    this.evaluations =
        stores.open(
            AggregateType.<Evaluation, EvaluationEvent>of(
                    "evaluations",
                    Evaluation.class,
                    new Evaluation.Unknown(),
                    EvaluationEvent.class,
                    Evaluation::after,
                    it -> it instanceof Case known ? divisionOf(known.project()) : null)
                .dueAt(Evaluation::deadline));
    deadlines.watch(evaluations, this::finalise);
  }

  /** Plans the final evaluation of a project that has been contracted. */
  void plan(ProjectContracted it, Cause.Heard cause) {
    var command =
        new EvaluationCommand.Plan(
            idOf(it.project()),
            it.project(),
            EvaluationKind.FINAL,
            it.end().minusDays(settings.planDays()));
    decide(command.evaluation(), cause, command);
  }

  /** Opens the survey when the work is said to be done. */
  void openSurvey(ProjectCompletionClaimed it, Cause.Heard cause) {
    decide(idOf(it.project()), cause, new EvaluationCommand.OpenSurvey(it.beneficiaries()));
  }

  Versioned<Evaluation> engage(
      Case known, EvaluatorId evaluator, List<String> linked, Cause cause) {
    var parties =
        surroundings.partiesOf(
            known.project(), surroundings.project(known.project()), CountyTime.dayOf(cause.at()));
    return decide(
        known.evaluation(), cause, new EvaluationCommand.Engage(evaluator, linked, parties));
  }

  /**
   * Counts an answer while the survey is open.
   *
   * @throws Refused EVAL-011 or EVAL-033
   */
  void answer(Case known, int token, Answers.Answer answer, Cause.Asked cause) {
    answers.count(known.evaluation(), token, answer, cause);
  }

  Versioned<Evaluation> closeSurvey(Case known, boolean windowEnded, Cause cause) {
    Survey survey = known.legs().survey();
    if (survey == null) {
      throw new Refused("EVAL-033", known.evaluation());
    }
    if (survey.count() == null) {
      // Answers are refused from here on, so whether it may close at all is asked before.
      Deciding.decide(
          known, new EvaluationCommand.CloseSurvey(answers.soFar(known.evaluation()), windowEnded));
    }
    var command = new EvaluationCommand.CloseSurvey(answers.take(known.evaluation()), windowEnded);
    return decide(known.evaluation(), cause, command);
  }

  Versioned<Evaluation> score(Case known, boolean redLine, Cause cause) {
    var command =
        new EvaluationCommand.Score(
            indicators.on(CountyTime.dayOf(cause.at())),
            redLine,
            surroundings.project(known.project()).accepted(),
            workingDays.after(cause.at(), settings.appealWorkingDays()));
    return decide(known.evaluation(), cause, command);
  }

  Versioned<Evaluation> decide(EvaluationId id, Cause cause, EvaluationCommand command) {
    return evaluations.decide(
        id.value(), cause, evaluation -> Deciding.decide(evaluation, command));
  }

  /** The evaluation and its version, if it is planned. */
  Optional<Versioned<Evaluation>> find(EvaluationId id) {
    return evaluations.find(id.value()).filter(it -> it.state() instanceof Case);
  }

  Case get(EvaluationId id) {
    return find(id).map(Versioned::state).map(Case.class::cast).orElseThrow(() -> new NotFound(id));
  }

  Project project(Case known) {
    return surroundings.project(known.project());
  }

  /** A page of what the reader may see of the area. */
  List<Case> page(
      DivisionCode area, @Nullable String after, int limit, BiPredicate<Case, Project> sees) {
    // The id of a project names its year and then its division.
    Bson inArea = Filters.regex("state.project", "^P-[0-9]{4}-" + area.value());
    List<Case> seen = new ArrayList<>();
    String from = after;
    while (true) {
      List<Case> page =
          evaluations.page(inArea, from, PAGE).stream()
              .map(Versioned::state)
              .filter(Case.class::isInstance)
              .map(Case.class::cast)
              .toList();
      Map<String, Project> projects =
          surroundings.projects(page.stream().map(it -> it.project().value()).toList());
      for (Case known : page) {
        Project project = projects.get(known.project().value());
        if (project != null && sees.test(known, project)) {
          seen.add(known);
          if (seen.size() == limit) {
            return seen;
          }
        }
      }
      if (page.size() < PAGE) {
        return seen;
      }
      from = page.getLast().evaluation().value();
    }
  }

  /** The town, or the county, a project belongs to: its id names it. */
  static DivisionCode divisionOf(ProjectId project) {
    return new DivisionCode(project.value().split("-", -1)[2]);
  }

  /** Each project has one final evaluation. */
  static EvaluationId idOf(ProjectId project) {
    return new EvaluationId("E-" + project + "-FINAL");
  }

  private void finalise(String id, Cause.Due cause) {
    Case known = get(new EvaluationId(id));
    Project project = project(known);
    if (project.undertaker() == null || !project.accepted()) {
      return; // Cannot be: it was scored after the contract and the acceptance were heard.
    }
    decide(
        known.evaluation(),
        cause,
        new EvaluationCommand.Finalise(
            project.undertaker(), CountyTime.dayOf(cause.at()), cause.at()));
  }
}
