package org.threefold.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.events.Channel;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedId;
import org.threefold.messaging.Outcomes;
import org.threefold.messaging.Versioned;

/** Handlers of every kind a service has. */
@RestController
class ThingsHttp {

  /** A command with a field of every kind. */
  record Make(
      NeedId need,
      @NotNull @Size(max = 20) String title,
      @Max(100) int hours,
      boolean urgent,
      Channel channel,
      @Size(max = 3) List<String> words,
      @Nullable LocalDate day,
      @Nullable Instant at,
      @Nullable BigDecimal score,
      @Nullable @Valid List<Part> parts) {}

  /** A part of a thing. */
  record Part(@Size(min = 2) String name, long amountFen) {

    Part {
      if (amountFen < 0) {
        throw new IllegalArgumentException("secret: amounts are not negative");
      }
    }
  }

  /** What came through. */
  record Seen(
      String key,
      String hash,
      @Nullable Long expected,
      String actor,
      Instant at,
      @Nullable String trace,
      @Nullable Make made) {

    static Seen of(Request request, @Nullable Make made) {
      var cause = request.cause();
      return new Seen(
          cause.key(),
          cause.bodyHash(),
          cause.expectedVersion(),
          cause.actor(),
          cause.at(),
          cause.traceparent(),
          made);
    }
  }

  @May("thing.make")
  @PostMapping("/api/v1/things")
  ResponseEntity<Seen> make(Request request, @Valid @RequestBody Make body) {
    return Answer.created(
        new Versioned<>("T-1", 1, body), "/api/v1/things/T-1", it -> Seen.of(request, it));
  }

  @May("thing.make")
  @PostMapping("/api/v1/things/{id}/touch")
  Seen touch(@PathVariable NeedId id, Request request) {
    request.mustCover(new DivisionCode(id.value().substring(2, 14)), id);
    return Seen.of(request, null);
  }

  @May("thing.see")
  @GetMapping("/api/v1/things/{id}")
  Map<String, String> thing(@PathVariable NeedId id, Actor actor) {
    return Map.of("id", id.value(), "actor", actor.label());
  }

  @May("thing.see")
  @GetMapping("/api/v1/things")
  Map<String, String> things(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable NeedId after,
      @RequestParam(required = false) @Nullable Channel channel) {
    return Map.of("limit", String.valueOf(limit), "after", String.valueOf(after));
  }

  @May("thing.rule")
  @GetMapping("/api/v1/rules")
  String rules() {
    return "ok";
  }

  @May("thing.make")
  @PostMapping("/api/v1/fail")
  void fail(@RequestParam String with) {
    throw switch (with) {
      case "refused" -> new Refused("EDGE-001", "T-1", 2026);
      case "unwritten" -> new Refused("EDGE-999");
      case "content" -> new Refused("NEED-003");
      case "not-found" -> new NotFound("T-9");
      case "wrapped" -> new CompletionException(new Refused("EDGE-001", "T-1", 2026));
      case "unread" -> new DataAccessResourceFailureException("secret address");
      case "bug" -> new IllegalStateException("secret in org.threefold.Inner");
      default -> Objects.requireNonNull(Outcomes.ALL.get(with)).get();
    };
  }

  @GetMapping("/open/page")
  String page() {
    return "<p>open</p>";
  }
}
