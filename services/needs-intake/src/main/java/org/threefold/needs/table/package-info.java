/** Tables of reference data that come with the program. */
@NullMarked
package org.threefold.needs.table;

import org.jspecify.annotations.NullMarked;
