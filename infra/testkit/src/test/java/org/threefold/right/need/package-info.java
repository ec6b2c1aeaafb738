/** Stands for a package of the county in {@code HouseRulesTest}. */
@NullMarked
package org.threefold.right.need;

import org.jspecify.annotations.NullMarked;
