/** Which units are open and who works there, as the station registry says. */
@NullMarked
package org.threefold.needs.unit;

import org.jspecify.annotations.NullMarked;
