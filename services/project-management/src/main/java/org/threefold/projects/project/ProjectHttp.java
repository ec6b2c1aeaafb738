package org.threefold.projects.project;

import com.mongodb.client.model.Filters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
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
import org.threefold.events.DeptCode;
import org.threefold.events.GovernanceField;
import org.threefold.events.ItemCode;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.messaging.Numbers;
import org.threefold.projects.project.ProjectCommand.Cancel;
import org.threefold.projects.project.ProjectCommand.Close;
import org.threefold.projects.project.ProjectCommand.Initiate;
import org.threefold.projects.purchase.Purchases;
import org.threefold.projects.surroundings.Standing;
import org.threefold.projects.surroundings.Surroundings;
import org.threefold.projects.work.WaitingNeeds;

/** Projects over HTTP: how they begin and end, and what stands of them. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectHttp {

  /** Who ends a project. */
  private static final Set<Role> CLOSERS =
      Set.of(Role.TST_HEAD, Role.TST_DEPUTY_OPERATOR, Role.PURCHASER);

  /** Most digits of a division in a project's number: those of a town. */
  private static final int DIVISION_DIGITS = 9;

  private final Projects projects;
  private final Purchases purchases;
  private final Surroundings surroundings;
  private final WaitingNeeds waiting;
  private final Numbers numbers;

  ProjectHttp(
      Projects projects,
      Purchases purchases,
      Surroundings surroundings,
      WaitingNeeds waiting,
      Numbers numbers) {
    this.projects = projects;
    this.purchases = purchases;
    this.surroundings = surroundings;
    this.waiting = waiting;
    this.numbers = numbers;
  }

  /** A project to begin; title and basis are never said on a topic. */
  record NewProject(
      @NotNull StationId owner,
      @NotNull DeptCode purchaser,
      @NotNull ItemCode item,
      @Nullable GovernanceField field,
      @NotBlank @Size(max = 32) String guide,
      @NotBlank @Size(max = 80) String title,
      @Nullable @Size(max = 2000) String needsBasis) {}

  /** Needs of the work list that the project will meet. */
  record Bundle(@NotEmpty @Size(max = 200) List<@NotNull NeedId> needs) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 1000) String reason) {}

  @PostMapping
  @May("project.initiate")
  ResponseEntity<ProjectView> initiate(@Valid @RequestBody NewProject body, Request request) {
    if (!Sight.mayStart(request.actor(), body.owner(), body.purchaser())) {
      throw new NotFound(body.owner());
    }
    LocalDate today = CountyTime.dayOf(request.cause().at());
    var command =
        new Initiate(
            number(body.owner(), today, request),
            body.owner(),
            body.purchaser(),
            body.item(),
            body.field(),
            body.guide(),
            body.title(),
            body.needsBasis(),
            surroundings.isOpen(body.owner(), today),
            purchases.isPurchaser(body.purchaser()),
            purchases.isEffective(body.guide(), today),
            purchases.refusal(body.item(), body.purchaser(), today));
    return Answer.created(
        projects.initiate(command, request),
        "/api/v1/projects/" + command.project(),
        ProjectView::of);
  }

  @PostMapping("/{id}/bundle-needs")
  @May("project.bundle")
  ResponseEntity<ProjectView> bundle(
      @PathVariable ProjectId id, @Valid @RequestBody Bundle body, Request request) {
    return Answer.of(projects.bundle(id, body.needs(), request), ProjectView::of);
  }

  @PostMapping("/{id}/cancel")
  @May("project.cancel")
  ResponseEntity<ProjectView> cancel(
      @PathVariable ProjectId id, @Valid @RequestBody Reason body, Request request) {
    return Answer.of(
        projects.ask(id, request, Sight.BY_AREA, _ -> new Cancel(body.reason())), ProjectView::of);
  }

  @PostMapping("/{id}/close")
  @May("project.close")
  ResponseEntity<ProjectView> close(@PathVariable ProjectId id, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            CLOSERS,
            project -> {
              Standing standing = surroundings.standing(id);
              return new Close(
                  CountyTime.dayOf(request.cause().at()),
                  waiting.open(project.needs(), request.cause().at()),
                  standing.archivePercent(),
                  standing.settled());
            }),
        ProjectView::of);
  }

  @GetMapping("/{id}")
  @May("project.read")
  ResponseEntity<ProjectView> one(@PathVariable ProjectId id, Actor actor) {
    return Answer.of(projects.versioned(id, actor, Sight.ANYBODY), ProjectView::of);
  }

  @GetMapping
  @May("project.read")
  List<ProjectView> list(
      @RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @Nullable StationId owner,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    List<Bson> narrower = new ArrayList<>();
    if (status != null) {
      narrower.add(Filters.eq("state.status", status.name()));
    }
    if (owner != null) {
      narrower.add(Filters.eq("state.start.owner", owner.value()));
    }
    return projects.page(actor, narrower, after, limit).stream().map(ProjectView::of).toList();
  }

  private ProjectId number(StationId owner, LocalDate today, Request request) {
    String digits = owner.division().value();
    String division = digits.substring(0, Math.min(DIVISION_DIGITS, digits.length()));
    String series = "project-" + today.getYear() + "-" + division;
    return new ProjectId(
        String.format(
            "P-%d-%s-%04d", today.getYear(), division, numbers.next(series, request.cause())));
  }
}
