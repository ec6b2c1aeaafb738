package org.threefold.needs.casework;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set otherwise in casework.
 *
 * @param followUpMonths so many months after its end a case is looked at again
 */
@ConfigurationProperties("needs.casework")
record CaseworkSettings(@DefaultValue({"1", "3"}) List<Integer> followUpMonths) {

  private static final int LATEST = 24;

  CaseworkSettings {
    followUpMonths = followUpMonths.stream().distinct().sorted().toList();
    if (followUpMonths.stream().anyMatch(it -> it < 1 || it > LATEST)) {
      throw new IllegalArgumentException(
          "Months of needs.casework.follow-up-months are 1 to " + LATEST);
    }
  }
}
