package org.threefold.teststand;

import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectId;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Known;
import org.threefold.teststand.EchoApplication.Heard;
import org.threefold.teststand.EchoApplication.Spoken;

/** What the echo has heard, and what it shall say. */
@RestController
class EchoHttp {

  private final Known<Heard> heard;
  private final Aggregates<Spoken, ProjectEvent> spoken;

  EchoHttp(Known<Heard> heard, Aggregates<Spoken, ProjectEvent> spoken) {
    this.heard = heard;
    this.spoken = spoken;
  }

  /** What shall be said. */
  record Say(List<NeedId> needs) {}

  /** What was said, and when. */
  record Done(int times, Instant at) {}

  @GetMapping("/api/v1/heard/{need}")
  @May("echo.read")
  Heard heard(@PathVariable NeedId need) {
    return heard.find(need.value()).orElse(new Heard(0));
  }

  @PostMapping("/api/v1/say/{project}")
  @May("echo.say")
  ResponseEntity<Done> say(@PathVariable ProjectId project, @RequestBody Say say, Request request) {
    var done =
        spoken.decide(
            project.value(), request.cause(), _ -> List.of(new NeedsBundled(project, say.needs())));
    return Answer.of(done, it -> new Done(it.times(), request.cause().at()));
  }
}
