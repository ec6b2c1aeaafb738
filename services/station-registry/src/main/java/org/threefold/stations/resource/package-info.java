/** Who and what can help in the county: the five societies, by town. */
@NullMarked
package org.threefold.stations.resource;

import org.jspecify.annotations.NullMarked;
