/** The agencies and their contracts to run units. */
@NullMarked
package org.threefold.stations.operator;

import org.jspecify.annotations.NullMarked;
