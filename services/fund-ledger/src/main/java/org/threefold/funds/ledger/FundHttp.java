package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
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
import org.threefold.access.Request;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeId;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/** Funds over HTTP. */
@RestController
@RequestMapping("/api/v1/funds")
class FundHttp {

  /** A fund to open; what is left out comes from its type. */
  record OpenFund(
      @Nullable FundId id,
      @NotBlank @Size(max = 80) String name,
      @NotNull FundType type,
      @NotNull DeptCode owner,
      @Min(2000) @Max(2999) int fiscalYear,
      @NotNull DivisionCode division,
      @Nullable @Size(min = 1, max = 10) List<@NotNull Purpose> purposes,
      @Nullable @Size(max = 30) List<@NotNull ClientGroup> groups,
      @Nullable SourceId source,
      @Nullable @Size(min = 1, max = 50) List<@NotNull DivisionCode> divisions,
      @Nullable @Size(max = 20) List<@NotNull CostCode> prohibited,
      @Nullable ProgrammeId programme) {}

  /** What a receipt may be called. */
  static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";

  /** Money that came in, and the reference of its receipt; no name of a person. */
  record Contribution(
      long amountFen, @NotNull PayerKind payer, @NotNull @Pattern(regexp = REFERENCE) String ref) {}

  private final Funds funds;

  FundHttp(Funds funds) {
    this.funds = funds;
  }

  @PostMapping
  @May("fund.open")
  ResponseEntity<FundView> open(@Valid @RequestBody OpenFund body, Request request) {
    request.mustCover(body.division(), body.division());
    var opened =
        funds.open(
            new FundCommand.OpenFund(
                body.id(),
                body.name(),
                body.type(),
                body.owner(),
                body.fiscalYear(),
                body.division(),
                body.purposes(),
                body.groups(),
                body.source(),
                body.divisions(),
                SourceHttp.costs(body.prohibited()),
                body.programme()),
            request.cause());
    return Answer.created(opened, "/api/v1/funds/" + opened.id(), Function.identity());
  }

  @PostMapping("/{id}/contributions")
  @May("fund.contribute")
  ResponseEntity<FundView> contribute(
      @PathVariable FundId id, @Valid @RequestBody Contribution body, Request request) {
    return Answer.of(
        funds.decide(
            new FundCommand.Contribute(id, body.amountFen(), body.payer(), body.ref()),
            request.actor(),
            request.cause()),
        Function.identity());
  }

  @GetMapping("/{id}")
  @May("fund.read")
  ResponseEntity<FundView> get(@PathVariable FundId id, Actor actor) {
    return Answer.of(funds.find(id, actor), Function.identity());
  }

  @GetMapping
  @May("fund.read")
  List<FundView> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return funds.page(after, limit, actor);
  }
}
