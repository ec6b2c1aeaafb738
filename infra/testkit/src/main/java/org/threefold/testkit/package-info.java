/** What every test of the county needs: given/when/then, a clock, limits, house rules. */
@NullMarked
package org.threefold.testkit;

import org.jspecify.annotations.NullMarked;
