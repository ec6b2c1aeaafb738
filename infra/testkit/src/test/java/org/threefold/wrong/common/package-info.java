/** Stands for a package of the county in {@code HouseRulesTest}. */
@NullMarked
package org.threefold.wrong.common;

import org.jspecify.annotations.NullMarked;
