package org.threefold.oversight.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.oversight.need.Need;
import org.threefold.oversight.need.Needs;
import org.threefold.oversight.place.Where;
import org.threefold.oversight.project.Projects;

/** The golden thread over HTTP. */
@RestController
class TraceHttp {

  private final Threads threads;
  private final Needs needs;
  private final Projects projects;

  TraceHttp(Threads threads, Needs needs, Projects projects) {
    this.threads = threads;
    this.needs = needs;
    this.projects = projects;
  }

  @GetMapping("/api/v1/trace/{id}")
  @May("trace.read")
  Trace trace(@PathVariable String id, Actor actor) {
    return needs
        .find(id, actor)
        .map(this::of)
        .or(() ->
            projects.find(id, actor).map(it -> of(it.project(), it.status(), it.needs(), actor)))
        .orElseThrow(() -> new NotFound(id));
  }

  /** Whoever may see a need may see what its projects did for it. */
  private Trace of(Need need) {
    List<String> flows = new ArrayList<>(need.projects());
    flows.add(need.need());
    Threads.Read read = threads.read(flows);
    return new Trace(
        need.need(),
        need.status().name(),
        need.mergedInto(),
        need.projects(),
        List.of(),
        HopOrder.sorted(read.hops()),
        read.complete());
  }

  private Trace of(String project, @Nullable String status, List<String> bundled, Actor actor) {
    Threads.Read read = threads.read(List.of(project));
    return new Trace(
        project,
        status,
        null,
        List.of(),
        bundled.stream().filter(it -> Where.ofFlow(it).in(actor.area())).toList(),
        HopOrder.sorted(read.hops()),
        read.complete());
  }
}
