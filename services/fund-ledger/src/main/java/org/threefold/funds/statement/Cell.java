package org.threefold.funds.statement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;

/** What stands in one place of a table. */
sealed interface Cell {

  /** Nothing. */
  Cell BLANK = new Text("");

  record Text(String value) implements Cell {}

  record Whole(long value) implements Cell {}

  /** An amount in yuan, to the fen. */
  record Yuan(BigDecimal value) implements Cell {}

  /** By the clocks of the county. */
  record Time(LocalDateTime value) implements Cell {}

  static Cell yuan(BigInteger fen) {
    return new Yuan(new BigDecimal(fen, 2));
  }

  static Cell yuan(long fen) {
    return yuan(BigInteger.valueOf(fen));
  }

  static Cell time(Instant instant) {
    return new Time(LocalDateTime.ofInstant(instant, Period.COUNTY));
  }
}
