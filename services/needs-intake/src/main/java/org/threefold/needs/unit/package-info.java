/** Which units are open, as the station registry says. */
@NullMarked
package org.threefold.needs.unit;

import org.jspecify.annotations.NullMarked;
