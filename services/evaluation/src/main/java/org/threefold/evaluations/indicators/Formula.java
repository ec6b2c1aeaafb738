package org.threefold.evaluations.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threefold.events.Grade;
import org.threefold.events.Leg;

/**
 * F2, the weighted mean with floors; domain §7.3.
 *
 * <p>Its id says all that is needed to compute a score again: {@code F2} has the weights 30, 40 and
 * 30, any others are named, {@code F2(40,30,30)}.
 *
 * @param resident weight of the resident leg, of 100
 * @param thirdParty weight of the third party's leg
 * @param government weight of the government's leg
 */
public record Formula(int resident, int thirdParty, int government) {

  /** The weights that hold until others are published. */
  public static final Formula REFERENCE = new Formula(30, 40, 30);

  /** A leg below it lowers the grade to 合格 at best. */
  public static final BigDecimal CAP_BELOW = BigDecimal.valueOf(60);

  /** A leg below it, and the grade is 不合格. */
  public static final BigDecimal FAIL_BELOW = BigDecimal.valueOf(50);

  private static final Pattern WEIGHTED =
      Pattern.compile("F2\\((\\d{1,3}),(\\d{1,3}),(\\d{1,3})\\)");

  public Formula {
    if (resident < 0 || thirdParty < 0 || government < 0) {
      throw new IllegalArgumentException("Weights are not negative");
    }
    if (resident + thirdParty + government != 100) {
      throw new IllegalArgumentException("Weights sum to 100");
    }
  }

  /** A score: four decimals, two decimals, and the grade of the latter after the floors. */
  public record Result(BigDecimal weighted, BigDecimal published, Grade grade, boolean capped) {}

  /** The formula of an id. */
  public static Formula of(String id) {
    if (id.equals("F2")) {
      return REFERENCE;
    }
    Matcher weights = WEIGHTED.matcher(id);
    if (!weights.matches()) {
      throw new IllegalArgumentException("No formula " + id);
    }
    return new Formula(
        Integer.parseInt(weights.group(1)),
        Integer.parseInt(weights.group(2)),
        Integer.parseInt(weights.group(3)));
  }

  /** What the wire calls it. */
  public String id() {
    return equals(REFERENCE) ? "F2" : "F2(" + resident + "," + thirdParty + "," + government + ")";
  }

  /** The weight of a leg, of 100. */
  public int weight(Leg leg) {
    return switch (leg) {
      case RESIDENT -> resident;
      case THIRD_PARTY -> thirdParty;
      case GOVERNMENT -> government;
    };
  }

  /** What a leg adds to the score. */
  public BigDecimal part(Leg leg, BigDecimal score) {
    return score
        .multiply(BigDecimal.valueOf(weight(leg)))
        .movePointLeft(2)
        .setScale(4, RoundingMode.HALF_UP);
  }

  /** The score of three legs, each 0 to 100; a red line crossed fails whatever the legs say. */
  public Result score(Map<Leg, BigDecimal> legs, boolean redLine) {
    Map<Leg, BigDecimal> all = new EnumMap<>(legs);
    BigDecimal weighted =
        List.of(Leg.values()).stream()
            .map(leg -> part(leg, all.getOrDefault(leg, BigDecimal.ZERO)))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(4, RoundingMode.UNNECESSARY);
    BigDecimal published = weighted.setScale(2, RoundingMode.HALF_UP);
    Grade banded = Grade.of(published);
    Grade grade = banded;
    if (redLine || anyBelow(all, FAIL_BELOW)) {
      grade = Grade.FAIL;
    } else if (anyBelow(all, CAP_BELOW) && banded.atLeast(Grade.PASS)) {
      grade = Grade.PASS;
    }
    return new Result(weighted, published, grade, grade != banded);
  }

  private static boolean anyBelow(Map<Leg, BigDecimal> legs, BigDecimal floor) {
    return legs.values().stream().anyMatch(score -> score.compareTo(floor) < 0);
  }
}
