package org.threefold.oversight.place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;

/** The county, town and community something lies in; a level it has not is empty. */
public record Where(String county, String town, String community) {

  private static final Pattern NEED = Pattern.compile("N-([0-9]{12})-.*");
  private static final Pattern PROJECT = Pattern.compile("P-[0-9]{4}-([0-9]{9}|[0-9]{6})-.*");
  private static final int COUNTY = 6;
  private static final int TOWN = 9;
  private static final int COMMUNITY = 12;

  /** All levels of a division. */
  public static Where of(DivisionCode division) {
    String code = division.value();
    return new Where(
        code.substring(0, COUNTY),
        code.length() >= TOWN ? code.substring(0, TOWN) : "",
        code.length() == COMMUNITY ? code : "");
  }

  /** Where the need or project of this id lies, which its id says; nowhere if it says nothing. */
  public static Where ofFlow(String flow) {
    DivisionCode division = divisionOf(flow);
    return division == null ? new Where("", "", "") : of(division);
  }

  /**
   * What a fact concerns, as its publisher says, or else as the id of its need or project says;
   * null is nowhere.
   */
  public static @Nullable DivisionCode of(Attributes attributes) {
    return attributes.division() != null ? attributes.division() : divisionOf(attributes.flow());
  }

  private static @Nullable DivisionCode divisionOf(String flow) {
    Matcher need = NEED.matcher(flow);
    if (need.matches()) {
      return new DivisionCode(need.group(1));
    }
    Matcher project = PROJECT.matcher(flow);
    return project.matches() ? new DivisionCode(project.group(1)) : null;
  }

  /** The smallest division this names, or empty for nowhere. */
  public String smallest() {
    return !community.isEmpty() ? community : !town.isEmpty() ? town : county;
  }

  /** Whether it lies in the area; what lies nowhere lies in no area. */
  public boolean in(DivisionCode area) {
    return !smallest().isEmpty() && smallest().startsWith(area.value());
  }

  /**
   * The field of a row that equals the area for everything inside it; one field, so that one index
   * finds it.
   */
  public static String fieldFor(DivisionCode area) {
    return switch (area.value().length()) {
      case COUNTY -> "state.where.county";
      case TOWN -> "state.where.town";
      default -> "state.where.community";
    };
  }
}
