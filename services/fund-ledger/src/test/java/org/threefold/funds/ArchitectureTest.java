package org.threefold.funds;

import org.junit.jupiter.api.Test;
import org.threefold.testkit.HouseRules;

/** The tree is still the tree. */
class ArchitectureTest {

  @Test
  void the_house_rules_hold() {
    HouseRules.check("org.threefold.funds");
  }
}
