package org.threefold.e2e.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted, and one line for everything that is not as it must be. */
public final class Report {

  /** So many violations are listed; the rest are only counted. */
  static final int MAX_LISTED = 500;

  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private long found;

  void count(String what, long howMany) {
    counts.merge(what, howMany, Long::sum);
  }

  void violation(String line) {
    found++;
    if (violations.size() < MAX_LISTED) {
      violations.add(line);
    }
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return found == 0;
  }

  /** How much of everything there is. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** What is wrong, a bounded number of lines. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** The whole report, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, howMany) -> lines.add(String.format("%,12d  %s", howMany, what)));
    violations.forEach(violation -> lines.add("WRONG: " + violation));
    if (found > violations.size()) {
      lines.add("WRONG: and " + (found - violations.size()) + " more");
    }
    return lines;
  }
}
