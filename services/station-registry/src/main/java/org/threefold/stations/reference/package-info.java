/** What was there before the register: divisions, units and agencies, taken in at once. */
@NullMarked
package org.threefold.stations.reference;

import org.jspecify.annotations.NullMarked;
