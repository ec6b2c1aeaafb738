/** Calls for help, which have to be answered within hours or days. */
@NullMarked
package org.threefold.needs.help;

import org.jspecify.annotations.NullMarked;
