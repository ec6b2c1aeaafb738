/** Stands for a package of the county in {@code HouseRulesTest}. */
@NullMarked
package org.threefold.wrong.bed;

import org.jspecify.annotations.NullMarked;
