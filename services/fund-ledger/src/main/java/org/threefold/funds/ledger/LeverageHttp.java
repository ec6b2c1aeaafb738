package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
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
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;

/** Money of other departments that ours drew in, over HTTP. */
@RestController
@RequestMapping("/api/v1")
class LeverageHttp {

  /** A share of a receipt, and the fund that drew it in. */
  record Seed(@NotNull FundId fund, long amountFen) {}

  /** The receipt that came in because of these funds. */
  record Leverage(
      @NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref,
      @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Seed> seeds) {}

  private final Funds funds;

  LeverageHttp(Funds funds) {
    this.funds = funds;
  }

  @PostMapping("/funds/{id}/leverage")
  @May("leverage.record")
  ResponseEntity<FundView> record(
      @PathVariable FundId id, @Valid @RequestBody Leverage body, Request request) {
    List<FundAmount> seeds =
        body.seeds().stream().map(it -> new FundAmount(it.fund(), it.amountFen())).toList();
    return Answer.of(
        funds.decide(
            new FundCommand.RecordLeverage(id, body.ref(), seeds),
            request.actor(),
            request.cause()),
        Function.identity());
  }

  @GetMapping("/leverage")
  @May("leverage.read")
  LeverageView leverage(@RequestParam @Min(2000) @Max(2999) int year, Actor actor) {
    return funds.leverage(year, actor);
  }
}
