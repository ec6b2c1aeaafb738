/** Which units are open, who works there, as the station registry says, and how they number. */
@NullMarked
package org.threefold.needs.unit;

import org.jspecify.annotations.NullMarked;
