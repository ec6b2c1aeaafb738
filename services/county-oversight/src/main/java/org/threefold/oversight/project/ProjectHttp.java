package org.threefold.oversight.project;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.events.ProjectId;
import org.threefold.oversight.place.Where;

/** The projects of the reader's area over HTTP. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectHttp {

  private final Projects projects;

  ProjectHttp(Projects projects) {
    this.projects = projects;
  }

  @GetMapping("/{id}")
  @May("project.read")
  Project one(@PathVariable ProjectId id, Actor actor) {
    return projects.find(id.value(), actor).orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("project.read")
  List<Project> list(
      @RequestParam(required = false) @Nullable ProjectStatus status,
      @RequestParam(required = false) @Size(max = 64) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    var filter = new Document(Where.fieldFor(actor.area()), actor.area().value());
    if (status != null) {
      filter.append("state.work.status", status.name());
    }
    return projects.page(filter, after, limit);
  }
}
