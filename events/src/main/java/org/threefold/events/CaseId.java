package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A case, named after its need and how often that need has become one: {@code
 * C-511523100001-20261123-0001-1}.
 */
public record CaseId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("C-[0-9]{12}-[0-9]{8}-[0-9]{4,9}-[0-9]{1,4}");

  /**
   * A case id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a case id
   */
  public CaseId {
    Id.checked(value, FORM, "case id");
  }

  /**
   * The case that this need becomes for the so-manieth time.
   *
   * @param round from 1 on
   */
  public static CaseId of(NeedId need, int round) {
    return new CaseId("C" + need.value().substring(1) + "-" + round);
  }

  @Override
  public String toString() {
    return value;
  }
}
