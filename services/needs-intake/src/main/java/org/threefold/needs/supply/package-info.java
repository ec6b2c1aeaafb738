/** What is on offer for a need, as far as intake knows. */
@NullMarked
package org.threefold.needs.supply;

import org.jspecify.annotations.NullMarked;
