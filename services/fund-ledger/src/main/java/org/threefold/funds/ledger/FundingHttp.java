package org.threefold.funds.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.DisbursementId;
import org.threefold.events.ProjectId;

/** The money of projects over HTTP, and the approvals of payments. */
@RestController
class FundingHttp {

  private final Fundings fundings;

  FundingHttp(Fundings fundings) {
    this.fundings = fundings;
  }

  @GetMapping("/api/v1/fundings/{project}")
  @May("funding.read")
  ResponseEntity<FundingView> get(@PathVariable ProjectId project, Actor actor) {
    return Answer.of(fundings.find(project, actor), Function.identity());
  }

  @GetMapping("/api/v1/disbursements")
  @May("funding.read")
  List<FundingView.Payment> waiting(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return fundings.waiting(after, limit, actor);
  }

  @PostMapping("/api/v1/disbursements/{id}/approve")
  @May("disbursement.approve")
  ResponseEntity<FundingView> approve(@PathVariable DisbursementId id, Request request) {
    return Answer.of(fundings.approve(id, request.actor(), request.cause()), Function.identity());
  }
}
