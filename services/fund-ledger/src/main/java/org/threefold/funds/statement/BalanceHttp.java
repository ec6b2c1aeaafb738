package org.threefold.funds.statement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.events.FundId;
import org.threefold.funds.ledger.Ledger;

/** What stands and what stood, and the postings that led to it, over HTTP. */
@RestController
class BalanceHttp {

  private final Statements statements;
  private final Ledger ledger;

  BalanceHttp(Statements statements, Ledger ledger) {
    this.statements = statements;
    this.ledger = ledger;
  }

  @GetMapping("/api/v1/funds/{id}/balances")
  @May("fund.read")
  BalanceView balances(
      @PathVariable FundId id, @RequestParam(required = false) @Nullable Instant at, Actor actor) {
    if (at != null && !Period.isOurs(at)) {
      throw Problem.of("API-013", "at").at(Flaw.parameter("at", "field.form")).thrown();
    }
    return statements.balances(ledger.fund(id, actor), at);
  }

  @GetMapping("/api/v1/funds/{id}/postings")
  @May("fund.read")
  LinePage postings(
      @PathVariable FundId id,
      @RequestParam(defaultValue = "0") @Min(0) long after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return statements.postings(ledger.fund(id, actor), after, limit);
  }

  @GetMapping("/api/v1/trial-balance")
  @May("trial-balance.read")
  TrialBalance trialBalance(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit,
      Actor actor) {
    ledger.mustSeeAll(actor);
    return statements.trialBalance(after, limit);
  }
}
