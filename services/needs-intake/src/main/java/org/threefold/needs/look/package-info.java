/** Who looked at whom, when and why: written before anything is shown, and never changed. */
@NullMarked
package org.threefold.needs.look;

import org.jspecify.annotations.NullMarked;
