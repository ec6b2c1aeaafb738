package org.threefold.evaluations;

import org.junit.jupiter.api.Test;
import org.threefold.testkit.HouseRules;

class ArchitectureTest {

  @Test
  void the_tree_is_still_the_tree() {
    HouseRules.check("org.threefold.evaluations");
  }
}
