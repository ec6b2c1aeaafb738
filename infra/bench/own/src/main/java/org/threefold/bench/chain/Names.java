package org.threefold.bench.chain;

import org.threefold.events.ProjectId;

/**
 * Every need has its own project here: {@code N-511500000007-20261125-000042} and {@code
 * P-2026-511500007-000042}.
 */
final class Names {

  private Names() {}

  static ProjectId projectOf(String need) {
    return new ProjectId(
        "P-2026-5115" + need.substring(9, 14) + "-" + need.substring(need.length() - 6));
  }

  static String needOf(ProjectId project) {
    String value = project.value();
    return "N-5115000%s-20261125-%s"
        .formatted(value.substring(11, 16), value.substring(value.length() - 6));
  }
}
