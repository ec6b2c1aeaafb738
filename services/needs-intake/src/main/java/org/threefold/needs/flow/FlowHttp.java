package org.threefold.needs.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.calendar.CountyTime;
import org.threefold.needs.Bilingual;

/** The flows over HTTP, for those who work by them and for programs that show them. */
@RestController
@RequestMapping("/api/v1/flows")
class FlowHttp {

  private final Clock clock;

  FlowHttp(Clock clock) {
    this.clock = clock;
  }

  /** A flow without its steps. */
  record FlowSummary(String flow, int version, LocalDate since, Bilingual names) {}

  @GetMapping
  @May("flow.read")
  List<FlowSummary> list() {
    return Flows.all().stream()
        .map(it -> new FlowSummary(it.flow(), it.version(), it.since(), it.names()))
        .toList();
  }

  @GetMapping("/{flow}")
  @May("flow.read")
  Flow current(@PathVariable String flow) {
    return Flows.on(flow, CountyTime.dayOf(clock.instant())).orElseThrow(() -> new NotFound(flow));
  }

  @GetMapping("/{flow}/{version}")
  @May("flow.read")
  Flow one(@PathVariable String flow, @PathVariable int version) {
    return Flows.version(flow, version).orElseThrow(() -> new NotFound(flow + "/" + version));
  }
}
