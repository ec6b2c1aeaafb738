package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/** Where money comes from, over HTTP. */
@RestController
@RequestMapping("/api/v1/sources")
class SourceHttp {

  /** A source to register; what is left out comes from its type. */
  record RegisterSource(
      @Nullable SourceId id,
      @NotBlank @Size(max = 80) String name,
      @NotNull FundType type,
      @NotNull DeptCode owner,
      @NotBlank @Size(max = 120) String document,
      @Nullable @Size(min = 1, max = 10) List<@NotNull Purpose> purposes,
      @Nullable @Size(max = 30) List<@NotNull ClientGroup> groups,
      @Nullable @Size(max = 20) List<@NotNull CostCode> prohibited) {}

  private final Funds funds;

  SourceHttp(Funds funds) {
    this.funds = funds;
  }

  @PostMapping
  @May("source.register")
  ResponseEntity<Source> register(@Valid @RequestBody RegisterSource body, Request request) {
    var registered =
        funds.register(
            new FundCommand.RegisterSource(
                body.id(),
                body.name(),
                body.type(),
                body.owner(),
                body.document(),
                body.purposes(),
                body.groups(),
                costs(body.prohibited())),
            request.cause());
    return Answer.created(registered, "/api/v1/sources/" + registered.id(), Function.identity());
  }

  @GetMapping
  @May("source.read")
  List<Source> list(Actor actor) {
    return funds.sources(actor);
  }

  @GetMapping("/{id}")
  @May("source.read")
  ResponseEntity<Source> get(@PathVariable SourceId id, Actor actor) {
    return Answer.of(funds.find(id, actor), Function.identity());
  }

  /** The costs in one order; none if nothing was said of them. */
  static Set<CostCode> costs(@Nullable List<CostCode> named) {
    return named == null || named.isEmpty() ? Set.of() : EnumSet.copyOf(named);
  }
}
