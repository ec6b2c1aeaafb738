package org.threefold.needs;

import org.junit.jupiter.api.Test;
import org.threefold.testkit.HouseRules;

class ArchitectureTest {

  @Test
  void the_house_rules_hold() {
    HouseRules.check("org.threefold.needs");
  }
}
