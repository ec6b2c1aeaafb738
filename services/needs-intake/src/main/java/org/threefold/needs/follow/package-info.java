/** Following a need by its number, for whoever has the number and for nobody's data. */
@NullMarked
package org.threefold.needs.follow;

import org.jspecify.annotations.NullMarked;
