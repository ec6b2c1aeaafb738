package org.threefold.needs.supply;

import java.util.List;
import org.threefold.events.SupplierType;

/**
 * Something that could answer a need, and why it stands where it does in the list.
 *
 * @param score the sum of the points
 */
public record Suggestion(
    SupplierType supplierType,
    String supplier,
    Names names,
    Availability availability,
    int score,
    List<Term> terms) {

  /**
   * One term of the sum.
   *
   * @param item what counts
   * @param value what was found
   * @param weight how much it counts
   * @param points value times weight
   */
  public record Term(String item, int value, int weight, int points) {
    static Term of(String item, int value, int weight) {
      return new Term(item, value, weight, value * weight);
    }
  }
}
