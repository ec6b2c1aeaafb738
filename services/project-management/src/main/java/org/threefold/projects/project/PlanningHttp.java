package org.threefold.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.projects.project.ProjectCommand.Design;
import org.threefold.projects.project.ProjectCommand.RequestFunding;
import org.threefold.projects.project.ProjectCommand.SubmitForReview;
import org.threefold.projects.purchase.Purchases;

/** Planning a project over HTTP: rooms and stations draft, the station asks and submits. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class PlanningHttp {

  private static final long MOST_FEN = 100_000_000_000L;
  private static final long MOST_UNITS = 1_000_000_000L;
  private static final String CODE = "[A-Za-z][A-Za-z0-9._-]{0,31}";

  private final Projects projects;
  private final Purchases purchases;

  PlanningHttp(Projects projects, Purchases purchases) {
    this.projects = projects;
    this.purchases = purchases;
  }

  /** One cost, in fen. */
  record NewCost(@NotNull CostCode costCode, @Positive @Max(MOST_FEN) long amountFen) {}

  /** What will be counted. */
  record NewIndicator(
      @NotNull @Pattern(regexp = CODE) String code,
      @Positive @Max(MOST_UNITS) long target,
      @NotBlank @Size(max = 20) String unit) {}

  /** One step of the work. */
  record NewMilestone(
      @NotNull @Pattern(regexp = CODE) String id,
      @Min(1) @Max(100) int weight,
      @NotNull LocalDate due) {}

  /** What will be done. */
  record NewDesign(
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 200) String> goals,
      @Max(MOST_FEN) long budgetFen,
      @NotNull @Size(max = 30) List<@NotNull @Valid NewCost> budget,
      @NotNull @Size(max = 50) List<@NotNull @Valid NewIndicator> indicators,
      @NotNull @Size(max = 30) List<@NotNull @Valid NewMilestone> milestones,
      @NotNull LocalDate start,
      @NotNull LocalDate end,
      @NotNull @Size(max = 20) List<@NotNull ClientGroup> groups) {

    ProjectDesigned of(ProjectId project) {
      return new ProjectDesigned(
          project,
          budgetFen,
          budget.stream().map(it -> new BudgetLine(it.costCode(), it.amountFen())).toList(),
          indicators.stream().map(it -> new Indicator(it.code(), it.target(), it.unit())).toList(),
          milestones.stream().map(it -> new Milestone(it.id(), it.weight(), it.due())).toList(),
          start,
          end,
          groups);
    }
  }

  /** So much of a fund. */
  record NewLine(
      @NotNull FundId fund,
      @Positive @Max(MOST_FEN) long amountFen,
      @NotNull Purpose purpose,
      @NotNull CostCode costCode) {

    FundingLine line() {
      return new FundingLine(fund, amountFen, purpose, costCode);
    }
  }

  /** Where the money is to come from. */
  record NewPlan(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewLine> lines) {}

  /** When the panel meets. */
  record Submission(@NotNull LocalDate reviewOn) {}

  @PostMapping("/design")
  @May("project.design")
  ResponseEntity<ProjectView> design(
      @PathVariable ProjectId id, @Valid @RequestBody NewDesign body, Request request) {
    List<String> goals = body.goals() == null ? List.of() : List.copyOf(body.goals());
    return Answer.of(
        projects.ask(id, request, Sight.BY_AREA, _ -> new Design(body.of(id), goals)),
        ProjectView::of);
  }

  @PostMapping("/request-funding")
  @May("project.request-funding")
  ResponseEntity<ProjectView> requestFunding(
      @PathVariable ProjectId id, @Valid @RequestBody NewPlan body, Request request) {
    List<FundingLine> lines = body.lines().stream().map(NewLine::line).toList();
    return Answer.of(
        projects.ask(
            id,
            request,
            Sight.BY_AREA,
            _ -> {
              mustBeSubmitter(request);
              return new RequestFunding(lines, request.cause().at());
            }),
        ProjectView::of);
  }

  @PostMapping("/submit-for-review")
  @May("project.submit")
  ResponseEntity<ProjectView> submit(
      @PathVariable ProjectId id, @Valid @RequestBody Submission body, Request request) {
    LocalDate today = CountyTime.dayOf(request.cause().at());
    return Answer.of(
        projects.ask(
            id,
            request,
            Sight.BY_AREA,
            project -> {
              mustBeSubmitter(request);
              return new SubmitForReview(
                  body.reviewOn(),
                  today,
                  purchases.refusal(
                      project.start().item(), project.start().purchaser(), body.reviewOn()));
            }),
        ProjectView::of);
  }

  private static void mustBeSubmitter(Request request) {
    if (Sight.SUBMITTERS.stream().noneMatch(request.actor()::is)) {
      throw new Refused("PROJ-020", request.actor().roles());
    }
  }
}
