package org.threefold.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** The grade of a published score, in half-open bands: 90, 80, 60 (domain §7.3). */
public enum Grade {
  /** 90 and above. */
  EXCELLENT("优秀", 90),
  /** From 80, below 90. */
  GOOD("良好", 80),
  /** From 60, below 80. */
  PASS("合格", 60),
  /** Below 60. */
  FAIL("不合格", 0);

  private final String label;
  private final BigDecimal from;

  Grade(String label, int from) {
    this.label = label;
    this.from = BigDecimal.valueOf(from);
  }

  /** The name in use, which is also the one on the wire. */
  @JsonValue
  public String label() {
    return label;
  }

  /** The band a published score (0 to 100) falls into. */
  public static Grade of(BigDecimal published) {
    for (Grade grade : values()) {
      if (published.compareTo(grade.from) >= 0) {
        return grade;
      }
    }
    return FAIL;
  }

  /** Whether this grade is as good as the other or better. */
  public boolean atLeast(Grade other) {
    return compareTo(other) <= 0;
  }
}
