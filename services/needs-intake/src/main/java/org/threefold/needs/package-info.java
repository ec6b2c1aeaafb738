/** Needs intake: from a resident's first word to the answer. */
@NullMarked
package org.threefold.needs;

import org.jspecify.annotations.NullMarked;
