package org.threefold.funds.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threefold.events.CostCode;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.Purpose;

/** What a fund plan must keep to; every line that does not is named, with every rule it breaks. */
final class PlanRules {

  /** Stands for the plan as a whole where there is no line to name. */
  static final FundId NO_FUND = new FundId("NONE");

  private PlanRules() {}

  /** All that is wrong with the plan; none if it may be held. */
  static List<LineFailure> failures(FundingCommand.Reserve it, boolean isStale, Draft draft) {
    Plan plan = it.plan();
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
      codes.addAll(ofFund(line, it, draft));
      for (String code : codes) {
        failures.add(
            new LineFailure(line.fund(), code, line.amountFen(), draft.availableFen(line.fund())));
      }
    }
    return failures;
  }

  private static List<String> ofFund(Plan.Line line, FundingCommand.Reserve it, Draft draft) {
    Optional<Fund> found = draft.book().find(line.fund());
    if (found.isEmpty()) {
      return List.of("FUND-007");
    }
    Fund fund = found.get();
    List<String> codes = new ArrayList<>();
    if (line.amountFen() > draft.availableFen(fund.id())) {
      codes.add("FUND-006");
    }
    if (!fund.isOpen() || !fund.isInYear(it.at())) {
      codes.add("FUND-007");
    }
    if (!fund.allows(line.purpose()) || !fund.allowsAnyOf(it.groups())) {
      codes.add("FUND-010");
    }
    if (line.costCode() == CostCode.CASH_BENEFIT) {
      codes.add("FUND-011");
    }
    if (!fund.division().covers(it.plan().division()) || !paysFor(fund, line.costCode())) {
      codes.add("FUND-012");
    }
    if (Restrictions.of(fund.type()).prohibit(line.costCode())) {
      codes.add("FUND-013");
    }
    return codes;
  }

  /** Signs are paid by money that is meant for signs. */
  private static boolean paysFor(Fund fund, CostCode cost) {
    return cost != CostCode.SIGNAGE || fund.allows(Purpose.SIGNAGE);
  }

  /** Why money that was held before cannot be held again just now. */
  static List<LineFailure> failuresNow(Plan plan, boolean mustBeAvailable, Draft draft) {
    List<LineFailure> failures = new ArrayList<>();
    for (Plan.Line line : plan.lines()) {
      long available = draft.availableFen(line.fund());
      if (!draft.book().get(line.fund()).isOpen()) {
        failures.add(new LineFailure(line.fund(), "FUND-007", line.amountFen(), available));
      } else if (mustBeAvailable && line.amountFen() > available) {
        failures.add(new LineFailure(line.fund(), "FUND-006", line.amountFen(), available));
      }
    }
    return failures;
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
