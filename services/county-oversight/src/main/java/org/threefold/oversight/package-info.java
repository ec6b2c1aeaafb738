/**
 * County oversight: everything the services say, folded into rows, threads and one live stream; it
 * decides nothing.
 */
@NullMarked
package org.threefold.oversight;

import org.jspecify.annotations.NullMarked;
