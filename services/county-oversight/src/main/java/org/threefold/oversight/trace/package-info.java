/** The golden thread: every hop of one need, from the room to the closed project. */
@NullMarked
package org.threefold.oversight.trace;

import org.jspecify.annotations.NullMarked;
