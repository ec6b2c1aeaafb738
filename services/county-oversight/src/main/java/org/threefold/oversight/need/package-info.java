/** The needs as the county sees them: rows, and the funnel they go through. */
@NullMarked
package org.threefold.oversight.need;

import org.jspecify.annotations.NullMarked;
