/** Stands for a package of the county in {@code HouseRulesTest}. */
@NullMarked
package org.threefold.wrongfunds.journal;

import org.jspecify.annotations.NullMarked;
