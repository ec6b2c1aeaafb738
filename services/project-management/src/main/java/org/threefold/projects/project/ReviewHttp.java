package org.threefold.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Reject;
import org.threefold.projects.project.ProjectCommand.Return;
import org.threefold.projects.surroundings.Surroundings;

/** What the panel has decided, as its secretary records it over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class ReviewHttp {

  private final Projects projects;
  private final Surroundings surroundings;

  ReviewHttp(Projects projects, Surroundings surroundings) {
    this.projects = projects;
    this.surroundings = surroundings;
  }

  /** One member's vote; the reference is no name, the employer an agency or department code. */
  record NewVote(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}") String memberRef,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}") String employer,
      @Min(0) @Max(100) int score,
      boolean yes) {}

  /** The votes of a panel. */
  record Approval(@NotNull @Size(max = 99) List<@NotNull @Valid NewVote> members) {}

  /** The votes, and what has to change. */
  record Comments(
      @NotNull @Size(max = 99) List<@NotNull @Valid NewVote> members,
      @NotBlank @Size(max = 2000) String comments) {}

  /** The votes, and why not. */
  record Rejection(
      @NotNull @Size(max = 99) List<@NotNull @Valid NewVote> members,
      @NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/approve")
  @May("project.review")
  ResponseEntity<ProjectView> approve(
      @PathVariable ProjectId id, @Valid @RequestBody Approval body, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            Sight.BY_AREA,
            project -> new Approve(panel(body.members()), conflicted(project, request))),
        ProjectView::of);
  }

  @PostMapping("/return")
  @May("project.review")
  ResponseEntity<ProjectView> giveBack(
      @PathVariable ProjectId id, @Valid @RequestBody Comments body, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            Sight.BY_AREA,
            project ->
                new Return(panel(body.members()), conflicted(project, request), body.comments())),
        ProjectView::of);
  }

  @PostMapping("/reject")
  @May("project.review")
  ResponseEntity<ProjectView> reject(
      @PathVariable ProjectId id, @Valid @RequestBody Rejection body, Request request) {
    return Answer.of(
        projects.ask(
            id,
            request,
            Sight.BY_AREA,
            project ->
                new Reject(panel(body.members()), conflicted(project, request), body.reason())),
        ProjectView::of);
  }

  private static Panel panel(List<NewVote> members) {
    return new Panel(
        members.stream()
            .map(it -> new Panel.Vote(it.memberRef(), it.employer(), it.score(), it.yes()))
            .toList());
  }

  /** Nobody judges a project of a unit that the own employer runs. */
  private Set<String> conflicted(Begun project, Request request) {
    return surroundings
        .operatorsOf(project.start().owner(), CountyTime.dayOf(request.cause().at()))
        .stream()
        .map(OperatorId::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
