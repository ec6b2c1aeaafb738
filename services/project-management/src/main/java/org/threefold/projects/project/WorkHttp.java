package org.threefold.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.calendar.CountyTime;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.events.ServiceMethod;
import org.threefold.events.TerminationCause;
import org.threefold.projects.ProjectSettings;
import org.threefold.projects.project.ProjectCommand.ClaimCompletion;
import org.threefold.projects.project.ProjectCommand.Output;
import org.threefold.projects.project.ProjectCommand.PassAcceptance;
import org.threefold.projects.project.ProjectCommand.ReachMilestone;
import org.threefold.projects.project.ProjectCommand.RecordSession;
import org.threefold.projects.project.ProjectCommand.Start;
import org.threefold.projects.project.ProjectCommand.Terminate;
import org.threefold.projects.surroundings.Surroundings;

/** The work over HTTP: the undertaker does it, the purchaser accepts it. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class WorkHttp {

  private static final Set<Role> PURCHASER = Set.of(Role.PURCHASER);
  private static final Set<Role> TERMINATORS = Set.of(Role.PURCHASER, Role.CAB);
  private static final Set<Role> UNDERTAKER = Set.of(Role.UNDERTAKER);
  private static final Set<Role> RECORDERS = Set.of(Role.UNDERTAKER, Role.TST_WORKER);
  private static final int MOST_HEADS = 1_000_000;
  private static final long MOST_UNITS = 1_000_000_000L;

  private final Projects projects;
  private final Surroundings surroundings;
  private final ProjectSettings settings;

  WorkHttp(Projects projects, Surroundings surroundings, ProjectSettings settings) {
    this.projects = projects;
    this.surroundings = surroundings;
    this.settings = settings;
  }

  /** Why the work is ended before it is done. */
  record Termination(@NotNull TerminationCause cause, @NotBlank @Size(max = 2000) String reason) {}

  /** Who works on it. */
  record Team(@Min(1) @Max(10_000) int team, @Min(0) @Max(10_000) int certified) {}

  /** A service that was held. */
  record NewSession(
      @NotNull LocalDate date,
      @NotNull ServiceMethod method,
      @PositiveOrZero @Max(MOST_HEADS) int persons,
      @PositiveOrZero @Max(MOST_HEADS) int personTimes,
      @Min(1) @Max(1440) int minutes,
      @PositiveOrZero @Max(MOST_HEADS) int volunteers) {}

  /** What proves a milestone. */
  record Evidence(
      @NotBlank @Size(max = 32) String milestone, @PositiveOrZero @Max(10_000) int evidenceCount) {}

  /** For how many the work was done. */
  record Completion(@Min(1) @Max(MOST_HEADS) int beneficiaries) {}

  /** What came of an indicator; sessions, persons and personTimes are counted, not given. */
  record NewOutput(
      @NotBlank @Size(max = 32) String indicator,
      @Nullable @PositiveOrZero @Max(MOST_UNITS) Long achieved,
      @Nullable @Size(max = 500) String reason) {}

  /** What came of the project. */
  record Acceptance(@NotNull @Size(max = 50) List<@NotNull @Valid NewOutput> outputs) {}

  @PostMapping("/start")
  @May("project.start")
  ResponseEntity<ProjectView> start(
      @PathVariable ProjectId id, @Valid @RequestBody Team body, Request request) {
    LocalDate today = CountyTime.dayOf(request.cause().at());
    return Answer.of(
        projects.ask(
            id,
            request,
            UNDERTAKER,
            project ->
                new Start(
                    body.team(),
                    body.certified(),
                    today,
                    evaluationDue(project),
                    barredUntil(project, today))),
        ProjectView::of);
  }

  @PostMapping("/record-session")
  @May("project.record-session")
  ResponseEntity<ProjectView> record(
      @PathVariable ProjectId id, @Valid @RequestBody NewSession body, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            RECORDERS,
            _ ->
                new RecordSession(
                    body.date(),
                    body.method(),
                    body.persons(),
                    body.personTimes(),
                    body.minutes(),
                    body.volunteers(),
                    CountyTime.dayOf(request.cause().at()))),
        ProjectView::of);
  }

  @PostMapping("/reach-milestone")
  @May("project.reach-milestone")
  ResponseEntity<ProjectView> reach(
      @PathVariable ProjectId id, @Valid @RequestBody Evidence body, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            UNDERTAKER,
            _ -> new ReachMilestone(body.milestone(), body.evidenceCount())),
        ProjectView::of);
  }

  @PostMapping("/claim-completion")
  @May("project.claim-completion")
  ResponseEntity<ProjectView> claim(
      @PathVariable ProjectId id, @Valid @RequestBody Completion body, Request request) {
    return Answer.of(
        projects.ask(id, request, UNDERTAKER, _ -> new ClaimCompletion(body.beneficiaries())),
        ProjectView::of);
  }

  @PostMapping("/pass-acceptance")
  @May("project.accept")
  ResponseEntity<ProjectView> accept(
      @PathVariable ProjectId id, @Valid @RequestBody Acceptance body, Request request) {
    List<Output> outputs =
        body.outputs().stream()
            .map(it -> new Output(it.indicator(), it.achieved(), it.reason()))
            .toList();
    return Answer.of(
        projects.ask(id, request, PURCHASER, _ -> new PassAcceptance(outputs)), ProjectView::of);
  }

  private @Nullable LocalDate evaluationDue(Begun project) {
    LocalDate signedOn = project.purchase().signedOn();
    return signedOn == null || surroundings.standing(project.id()).finalEvaluation() != null
        ? null
        : signedOn.plusDays(settings.evaluationWithinDays());
  }

  private @Nullable LocalDate barredUntil(Begun project, LocalDate today) {
    OperatorId undertaker = project.purchase().undertaker();
    return undertaker == null ? null : surroundings.barredUntil(undertaker, today);
  }

  @PostMapping("/terminate")
  @May("project.terminate")
  ResponseEntity<ProjectView> terminate(
      @PathVariable ProjectId id, @Valid @RequestBody Termination body, Request request) {
    return Answer.of(
        projects.ask(id, request, TERMINATORS, _ -> new Terminate(body.cause(), body.reason())),
        ProjectView::of);
  }
}
