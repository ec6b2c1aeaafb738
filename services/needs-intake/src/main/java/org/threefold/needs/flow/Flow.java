package org.threefold.needs.flow;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.needs.Bilingual;
import org.threefold.needs.table.Table;

/**
 * A way of working, in one of its versions; domain §1.K, K02.
 *
 * @param flow as its routes begin: {@code needs}, {@code cases}, {@code safeguarding}
 * @param version 1 for the first, then one more each time
 * @param since the first day it is in force, until another version is
 */
public record Flow(String flow, int version, LocalDate since, Bilingual names, List<Step> steps) {

  private static final String HEADING = "from,step,to,by,zh,en";

  /**
   * One step of it.
   *
   * @param from the state in which it is possible; null before the beginning
   * @param step as its route ends; what nobody asks for has a name of the same kind
   * @param to the state that follows
   * @param by the right that is asked for, {@code time}, or the types of the facts that bring it
   *     about
   */
  public record Step(
      @Nullable String from, String step, String to, List<String> by, Bilingual names) {

    private static Step of(List<String> row) {
      return new Step(
          row.get(0).isEmpty() ? null : row.get(0),
          row.get(1),
          row.get(2),
          Arrays.asList(row.get(3).split(" ", -1)),
          new Bilingual(row.get(4), row.get(5)));
    }
  }

  static Flow of(List<String> row) {
    String steps = row.get(0) + "-" + row.get(1) + ".csv";
    return new Flow(
        row.get(0),
        Integer.parseInt(row.get(1)),
        LocalDate.parse(row.get(2)),
        new Bilingual(row.get(3), row.get(4)),
        Table.rows(Flow.class, steps, HEADING).stream().map(Step::of).toList());
  }
}
