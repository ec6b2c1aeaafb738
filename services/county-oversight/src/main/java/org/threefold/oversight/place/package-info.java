/** Units and divisions by name, and who may see what lies where. */
@NullMarked
package org.threefold.oversight.place;

import org.jspecify.annotations.NullMarked;
