package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.function.Function;
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
import org.threefold.events.FundId;

/** The fees of low-fee programmes over HTTP. */
@RestController
@RequestMapping("/api/v1/funds/{id}")
class FeeHttp {

  /** What users paid on a day, under one receipt; no name of anybody. */
  record Fee(
      long amountFen,
      int count,
      @NotNull LocalDate date,
      @NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref) {}

  /** What is given back of a receipt. */
  record FeeRefund(long amountFen, @NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref) {}

  private final Funds funds;

  FeeHttp(Funds funds) {
    this.funds = funds;
  }

  @PostMapping("/fees")
  @May("fee.collect")
  ResponseEntity<FeeView> collect(
      @PathVariable FundId id, @Valid @RequestBody Fee body, Request request) {
    return decided(
        new FeeCommand.CollectFee(
            id, body.amountFen(), body.count(), body.date(), body.ref(), request.cause().at()),
        request);
  }

  @PostMapping("/fee-refunds")
  @May("fee.refund")
  ResponseEntity<FeeView> refund(
      @PathVariable FundId id, @Valid @RequestBody FeeRefund body, Request request) {
    return decided(new FeeCommand.RefundFee(id, body.amountFen(), body.ref()), request);
  }

  @GetMapping("/fees")
  @May("fund.read")
  ResponseEntity<FeeView> get(@PathVariable FundId id, Actor actor) {
    return Answer.of(funds.fees(id, actor), Function.identity());
  }

  private ResponseEntity<FeeView> decided(FeeCommand.OfFund command, Request request) {
    return Answer.of(funds.decide(command, request.actor(), request.cause()), Function.identity());
  }
}
