package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundId;
import org.threefold.events.StationId;

/** What happens to a fund beside the money that comes in, over HTTP. */
@RestController
@RequestMapping("/api/v1/funds/{id}")
class FundGuardHttp {

  /** The receipt the bank took back. */
  record Reversal(@NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref) {}

  /** What a unit may spend on its running costs in the fund's year. */
  record Allocation(@NotNull StationId unit, long amountFen) {}

  /** How much goes on into which fund of the next year; the rest lapses. */
  record YearEnd(@Min(0) long carryOverFen, @Nullable FundId into) {}

  private final Funds funds;

  FundGuardHttp(Funds funds) {
    this.funds = funds;
  }

  @PostMapping("/reverse-contribution")
  @May("fund.reverse")
  ResponseEntity<FundView> reverse(
      @PathVariable FundId id, @Valid @RequestBody Reversal body, Request request) {
    return decided(new FundCommand.Reverse(id, body.ref()), request);
  }

  @PostMapping("/allocations")
  @May("fund.allocate")
  ResponseEntity<FundView> allocate(
      @PathVariable FundId id, @Valid @RequestBody Allocation body, Request request) {
    return decided(
        new FundCommand.Allocate(id, body.unit(), body.amountFen(), request.cause().at()), request);
  }

  @PostMapping("/freeze")
  @May("fund.freeze")
  ResponseEntity<FundView> freeze(@PathVariable FundId id, Request request) {
    return decided(new FundCommand.Freeze(id, FreezeReason.COUNTY_ORDER), request);
  }

  @PostMapping("/unfreeze")
  @May("fund.unfreeze")
  ResponseEntity<FundView> unfreeze(@PathVariable FundId id, Request request) {
    return decided(
        new FundCommand.Unfreeze(id, request.actor().subject(), request.actor().roles()), request);
  }

  @PostMapping("/close-year")
  @May("fund.close")
  ResponseEntity<FundView> close(
      @PathVariable FundId id, @Valid @RequestBody YearEnd body, Request request) {
    return decided(
        new FundCommand.CloseYear(
            id,
            body.carryOverFen(),
            body.into(),
            request.actor().subject(),
            request.actor().roles(),
            request.cause().at()),
        request);
  }

  private ResponseEntity<FundView> decided(FundCommand.OfFund command, Request request) {
    return Answer.of(funds.decide(command, request.actor(), request.cause()), Function.identity());
  }
}
