package org.threefold.projects.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import org.threefold.access.Request;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.events.ActivityEvent;
import org.threefold.events.ActivityEvent.ActivityPublished;
import org.threefold.events.ActivityId;
import org.threefold.events.DeptCode;
import org.threefold.events.EventTypes;
import org.threefold.events.ForeignEvent;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;
import org.threefold.projects.activity.ActivityCommand.Figures;

/**
 * Activities over HTTP: a department's system or clerk announces them, all others read them. What
 * breaks a rule is refused, and nothing of it is kept.
 */
@RestController
@RequestMapping(ActivityHttp.PATH)
class ActivityHttp {

  static final String PATH = "/api/v1/activities";

  private final Activities activities;

  ActivityHttp(Activities activities) {
    this.activities = activities;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @May("activity.publish")
  ResponseEntity<ActivityView> publish(@RequestBody ActivityPublished body, Request request) {
    return answer(body, activities.ask(body, request.actor(), request.cause()));
  }

  /** The same event as on the topic; whichever comes second changes nothing. */
  @PostMapping(consumes = ForeignEvent.STRUCTURED)
  @May("activity.publish")
  ResponseEntity<ActivityView> tell(@RequestBody byte[] document, Request request) {
    ForeignEvent said = ForeignEvent.structured(document);
    ActivityEvent event = said.read(typeOf(said));
    Actor actor = request.actor();
    var cause = Cause.Told.of(said, event, actor.label(), request.cause().at());
    return answer(event, activities.ask(event, actor, cause));
  }

  private static Class<? extends ActivityEvent> typeOf(ForeignEvent said) {
    return EventTypes.find(said.type())
        .filter(ActivityEvent.class::isAssignableFrom)
        .<Class<? extends ActivityEvent>>map(it -> it.asSubclass(ActivityEvent.class))
        .orElseThrow(() -> Problem.of("API-003").at(Flaw.field("/type", "field.form")).thrown());
  }

  @PostMapping("/{id}/cancel")
  @May("activity.cancel")
  ResponseEntity<ActivityView> cancel(@PathVariable ActivityId id, Request request) {
    return answer(activities.cancel(id, request));
  }

  @PostMapping("/{id}/report")
  @May("activity.report")
  ResponseEntity<ActivityView> report(
      @PathVariable ActivityId id, @RequestBody Figures body, Request request) {
    return answer(activities.report(id, body, request));
  }

  @GetMapping("/{id}")
  @May("activity.read")
  ResponseEntity<ActivityView> one(@PathVariable ActivityId id, Actor actor) {
    return answer(activities.get(id, actor));
  }

  @GetMapping
  @May("activity.read")
  List<ActivityView> list(
      @RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @Nullable DeptCode dept,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return activities.page(actor, status, dept, after, limit).stream()
        .map(ActivityView::of)
        .toList();
  }

  private static ResponseEntity<ActivityView> answer(
      ActivityEvent said, Versioned<DepartmentActivity> stands) {
    return said.revision() == 1
        ? Answer.created(stands, PATH + "/" + said.activity(), _ -> ActivityView.of(stands))
        : answer(stands);
  }

  private static ResponseEntity<ActivityView> answer(Versioned<DepartmentActivity> stands) {
    return Answer.of(stands, _ -> ActivityView.of(stands));
  }
}
