/** What stands on each fund, and on all of them. */
@NullMarked
package org.threefold.oversight.fund;

import org.jspecify.annotations.NullMarked;
