package org.threefold.needs.safeguarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.threefold.events.AlertId;
import org.threefold.messaging.Versioned;

/** Alerts over HTTP: whoever works for the county raises them, few see them. */
@RestController
@RequestMapping(AlertHttp.PATH)
class AlertHttp {

  static final String PATH = "/api/v1/safeguarding";

  /** Those who answer for a town or the county see all of it. */
  private static final Set<Role> ANSWERABLE = Set.of(Role.TST_HEAD, Role.HUB_MANAGER, Role.CAB);

  private final Alerts alerts;
  private final AlertWords words;
  private final SafeguardingSettings settings;

  AlertHttp(Alerts alerts, AlertWords words, SafeguardingSettings settings) {
    this.alerts = alerts;
    this.words = words;
    this.settings = settings;
  }

  @PostMapping
  @May("safeguarding.raise")
  ResponseEntity<AlertView> raise(@Valid @RequestBody AlertBody.Raise body, Request request) {
    request.mustCover(body.unit().division(), body.unit());
    AlertId id = words.idFor(request.cause().key());
    Instant now = request.cause().at();
    var command =
        new AlertCommand.Raise(
            body.unit(),
            body.kind(),
            body.residentRef(),
            body.pupil(),
            body.text(),
            request.actor().subject(),
            words.subjectOf(id, body.residentRef()),
            now,
            now.plus(settings.reportWithin()));
    Versioned<Alert> made = alerts.raise(id, command, request.cause());
    return Answer.created(made, PATH + "/" + id, this::shown);
  }

  @PostMapping("/{id}/report")
  @May("safeguarding.report")
  ResponseEntity<AlertView> report(
      @PathVariable AlertId id, @Valid @RequestBody AlertBody.FileReport body, Request request) {
    List<Report> reports = body.reports().stream().map(it -> new Report(it.to(), it.at())).toList();
    var command = new AlertCommand.FileReport(reports, body.note(), request.cause().at());
    return decided(id, command, request);
  }

  @PostMapping("/{id}/close")
  @May("safeguarding.close")
  ResponseEntity<AlertView> close(
      @PathVariable AlertId id, @Valid @RequestBody AlertBody.Close body, Request request) {
    return decided(id, new AlertCommand.Close(body.reference(), body.note()), request);
  }

  @GetMapping("/{id}")
  @May("safeguarding.read")
  ResponseEntity<AlertView> one(@PathVariable AlertId id, Actor actor) {
    return Answer.of(seen(id, actor), this::shown);
  }

  @GetMapping
  @May("safeguarding.list")
  List<AlertView> list(
      @RequestParam(required = false) @Nullable AlertStatus status,
      @RequestParam(required = false) @Nullable AlertId after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return alerts.page(actor.area(), status, after, limit).stream().map(AlertView::brief).toList();
  }

  private ResponseEntity<AlertView> decided(AlertId id, AlertCommand command, Request request) {
    seen(id, request.actor());
    return Answer.of(alerts.decide(id, command, request.cause()), this::shown);
  }

  /** Those who answer for the area, and whoever has raised it; for all others there is none. */
  private Versioned<Alert> seen(AlertId id, Actor actor) {
    return alerts
        .find(id)
        .filter(found -> maySee((RaisedAlert) found.state(), actor))
        .orElseThrow(() -> new NotFound(id));
  }

  private static boolean maySee(RaisedAlert it, Actor actor) {
    RaisedAlert.Kept kept = it.kept();
    boolean own = kept != null && kept.raisedBy().equals(actor.subject());
    boolean answerable = ANSWERABLE.stream().anyMatch(actor::is);
    return own || (answerable && actor.covers(it.unit().division()));
  }

  private AlertView shown(Alert state) {
    return AlertView.of(alerts.opened((RaisedAlert) state));
  }
}
