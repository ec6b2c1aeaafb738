package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.RejectionCode;

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

  /** A plan to look at before it is asked for. */
  record PlanToCheck(
      @Nullable ProjectId project,
      @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Line> lines,
      long totalFen,
      @NotNull @Size(max = 30) List<@NotNull ClientGroup> groups,
      @NotNull DivisionCode division) {

    record Line(
        @NotNull FundId fund,
        long amountFen,
        @NotNull Purpose purpose,
        @NotNull CostCode costCode) {}
  }

  /** Why a payment is sent back. */
  record SendBack(@NotNull RejectionCode code) {}

  /** What the work of a terminated project was worth. */
  record Settlement(long acceptedFen) {}

  /** Money that came back, and the reference of its receipt. */
  record Refund(long amountFen, @NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref) {}

  /** Every line that would fail now, without asking for anything. */
  @PostMapping("/api/v1/fundings/check")
  @May("funding.check")
  List<Explanation> check(@Valid @RequestBody PlanToCheck body, Request request) {
    request.mustCover(body.division(), body.division());
    List<Plan.Line> lines =
        body.lines().stream()
            .map(it -> new Plan.Line(it.fund(), it.amountFen(), it.purpose(), it.costCode()))
            .toList();
    return fundings.check(
        new Plan(1, lines, body.totalFen(), body.division()), body.groups(), request.cause().at());
  }

  @PostMapping("/api/v1/fundings/{project}/settle")
  @May("funding.settle")
  ResponseEntity<FundingView> settle(
      @PathVariable ProjectId project, @Valid @RequestBody Settlement body, Request request) {
    Actor actor = request.actor();
    return decided(
        project,
        new FundingCommand.Settle(project, body.acceptedFen(), actor.subject(), actor.roles()),
        request);
  }

  @PostMapping("/api/v1/fundings/{project}/refunds")
  @May("funding.refund")
  ResponseEntity<FundingView> refund(
      @PathVariable ProjectId project, @Valid @RequestBody Refund body, Request request) {
    return decided(
        project, new FundingCommand.Refund(project, body.amountFen(), body.ref()), request);
  }

  private ResponseEntity<FundingView> decided(
      ProjectId project, FundingCommand command, Request request) {
    return Answer.of(
        fundings.decide(project, command, request.actor(), request.cause()), Function.identity());
  }

  @PostMapping("/api/v1/disbursements/{id}/reject")
  @May("disbursement.approve")
  ResponseEntity<FundingView> reject(
      @PathVariable DisbursementId id, @Valid @RequestBody SendBack body, Request request) {
    return decided(
        id,
        new FundingCommand.RejectDisbursement(id, body.code(), request.actor().roles()),
        request);
  }

  @PostMapping("/api/v1/disbursements/{id}/resubmit")
  @May("disbursement.resubmit")
  ResponseEntity<FundingView> resubmit(@PathVariable DisbursementId id, Request request) {
    return decided(id, new FundingCommand.ResubmitDisbursement(id), request);
  }

  private ResponseEntity<FundingView> decided(
      DisbursementId id, FundingCommand command, Request request) {
    return Answer.of(
        fundings.decide(id, command, request.actor(), request.cause()), Function.identity());
  }

  @PostMapping("/api/v1/disbursements/{id}/approve")
  @May("disbursement.approve")
  ResponseEntity<FundingView> approve(@PathVariable DisbursementId id, Request request) {
    Actor actor = request.actor();
    return decided(
        id, new FundingCommand.ApproveDisbursement(id, actor.subject(), actor.roles()), request);
  }
}
