/** Breaks the house's rules on purpose, for {@code HouseRulesTest}. */
@NullMarked
package org.threefold.wrong.need;

import org.jspecify.annotations.NullMarked;
