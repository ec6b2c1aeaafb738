package org.threefold.funds.statement;

import java.util.List;

/** Takes a table row by row and keeps none of it. */
interface Sheet {

  /**
   * Writes a row.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void row(List<Cell> cells);
}
