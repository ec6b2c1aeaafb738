package org.threefold.funds.ledger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.Purpose;

/** What a fund plan must keep to; every line that does not is named, with every rule it breaks. */
final class PlanRules {

  /** Stands for the plan as a whole where there is no line to name. */
  static final FundId NO_FUND = new FundId("NONE");

  private static final int NO_LIMIT = 100;

  private PlanRules() {}

  /** All that is wrong with the plan; none if it may be held. */
  static List<LineFailure> failures(
      Plan plan, List<ClientGroup> groups, Instant at, boolean isStale, Draft draft) {
    boolean addsUp = sum(plan).equals(BigInteger.valueOf(plan.totalFen()));
    if (plan.lines().isEmpty()) {
      return List.of(new LineFailure(NO_FUND, "FUND-003", 0, 0));
    }
    List<LineFailure> failures = new ArrayList<>();
    Set<FundId> seen = new HashSet<>();
    for (Plan.Line line : plan.lines()) {
      List<String> codes = new ArrayList<>();
      if (line.amountFen() <= 0) {
        codes.add("FUND-001");
      }
      if (!addsUp) {
        codes.add("FUND-003");
      }
      if (!seen.add(line.fund())) {
        codes.add("FUND-005");
      }
      if (isStale) {
        codes.add("FUND-008");
      }
      if (isTooMuch(line.costCode(), plan, draft.book().terms())) {
        codes.add("FUND-028");
      }
      codes.addAll(ofFund(line, plan, groups, at, draft));
      codes.forEach(code -> failures.add(failure(line, code, draft)));
    }
    return failures;
  }

  private static List<String> ofFund(
      Plan.Line line, Plan plan, List<ClientGroup> groups, Instant at, Draft draft) {
    Optional<Fund> found = draft.book().find(line.fund());
    if (found.isEmpty()) {
      return List.of("FUND-007");
    }
    Fund fund = found.get();
    List<String> codes = new ArrayList<>();
    if (line.amountFen() > draft.availableFen(fund.id())) {
      codes.add("FUND-006");
    }
    if (!fund.isOpen() || !fund.isInYear(at)) {
      codes.add("FUND-007");
    }
    if (!fund.allows(line.purpose()) || !fund.allowsAnyOf(groups)) {
      codes.add("FUND-010");
    }
    if (line.costCode() == CostCode.CASH_BENEFIT) {
      codes.add("FUND-011");
    }
    if (!fund.isFor(plan.division()) || !paysFor(fund, line.costCode())) {
      codes.add("FUND-012");
    }
    if (fund.prohibits(line.costCode())) {
      codes.add("FUND-013");
    }
    if (draft.book().micros().find(fund.id()).isPresent()) {
      codes.add("FUND-020"); // Its committee gives for a project, the plan cannot take.
    }
    return codes;
  }

  /** Only so much of a plan may go into evaluation, and into management (domain §8.4). */
  private static boolean isTooMuch(CostCode cost, Plan plan, Terms terms) {
    int percent =
        switch (cost) {
          case EVALUATION -> terms.mostForEvaluation();
          case MANAGEMENT -> terms.mostForManagement();
          default -> NO_LIMIT;
        };
    if (percent == NO_LIMIT) {
      return false;
    }
    BigInteger costs =
        plan.lines().stream()
            .filter(line -> line.costCode() == cost)
            .map(line -> BigInteger.valueOf(line.amountFen()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return costs
            .multiply(BigInteger.valueOf(100))
            .compareTo(BigInteger.valueOf(plan.totalFen()).multiply(BigInteger.valueOf(percent)))
        > 0;
  }

  /** Signs are paid by money that is meant for signs. */
  private static boolean paysFor(Fund fund, CostCode cost) {
    return cost != CostCode.SIGNAGE || fund.allows(Purpose.SIGNAGE);
  }

  /** Why money that is held cannot be promised just now. */
  static List<LineFailure> failuresToPromise(Plan plan, Draft draft) {
    return plan.lines().stream()
        .filter(line -> !draft.book().get(line.fund()).isOpen())
        .map(line -> failure(line, "FUND-007", draft))
        .toList();
  }

  /** Why money that was held before cannot be held again at this time. */
  static List<LineFailure> failuresToHoldAgain(Plan plan, Instant at, Draft draft) {
    List<LineFailure> failures = new ArrayList<>();
    for (Plan.Line line : plan.lines()) {
      Fund fund = draft.book().get(line.fund());
      if (!fund.isOpen() || !fund.isInYear(at)) {
        failures.add(failure(line, "FUND-007", draft));
      } else if (line.amountFen() > draft.availableFen(fund.id())) {
        failures.add(failure(line, "FUND-006", draft));
      }
    }
    return failures;
  }

  private static LineFailure failure(Plan.Line line, String code, Draft draft) {
    return new LineFailure(line.fund(), code, line.amountFen(), draft.availableFen(line.fund()));
  }

  private static BigInteger sum(Plan plan) {
    return plan.lines().stream()
        .map(line -> BigInteger.valueOf(line.amountFen()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether this is what was asked before. */
  static boolean isRepeated(Funding before, Plan plan) {
    return before.plan().equals(plan)
        && before.status() != Funding.Status.RELEASED
        && before.status() != Funding.Status.EXPIRED;
  }
}
